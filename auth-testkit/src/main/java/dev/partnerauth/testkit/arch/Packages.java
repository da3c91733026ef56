package dev.partnerauth.testkit.arch;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a rule is about: one or more packages, by ArchUnit's identifiers. {@code com.acme.auth} is
 * that package alone, {@code com.acme.auth..} whatever is below it as well.
 *
 * @since 0.1.0
 */
public record Packages(List<String> identifiers) {

  public Packages {
    identifiers = List.copyOf(identifiers);
    if (identifiers.isEmpty()) {
      throw new IllegalArgumentException("A rule over no package guards nothing: name one.");
    }
  }

  public static Packages of(String... identifiers) {
    return new Packages(List.of(identifiers));
  }

  /** Packages of one root, in the order given; the empty name is the root alone. */
  public static Packages under(String root, String... names) {
    return new Packages(
        Arrays.stream(names).map(name -> name.isEmpty() ? root : root + "." + name).toList());
  }

  public Packages and(Packages more) {
    return new Packages(Stream.of(this, more).flatMap(it -> it.identifiers.stream()).toList());
  }

  boolean hold(JavaClass type) {
    return classes().test(type);
  }

  /** An array is where its components are. */
  DescribedPredicate<JavaClass> classes() {
    Predicate<String> matchers = PackageMatchers.of(identifiers);
    return DescribedPredicate.describe(
        "in " + this, type -> matchers.test(type.getBaseComponentType().getPackageName()));
  }

  @Override
  public String toString() {
    return String.join(", ", identifiers);
  }
}
