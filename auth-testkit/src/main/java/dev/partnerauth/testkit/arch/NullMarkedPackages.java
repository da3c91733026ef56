package dev.partnerauth.testkit.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Collectors;

/** ArchUnit has rules for classes and members; this is one for packages. */
final class NullMarkedPackages {

  private NullMarkedPackages() {}

  static ArchRule in(Packages where) {
    return all(packages(where)).should(beNullMarked());
  }

  private static AbstractClassesTransformer<JavaPackage> packages(Packages where) {
    return new AbstractClassesTransformer<>("packages in " + where) {
      @Override
      public Iterable<JavaPackage> doTransform(JavaClasses imported) {
        return imported.stream()
            .filter(where::hold)
            .map(JavaClass::getPackage)
            .collect(Collectors.toSet());
      }
    };
  }

  private static ArchCondition<JavaPackage> beNullMarked() {
    return new ArchCondition<>("be @NullMarked") {
      @Override
      public void check(JavaPackage found, ConditionEvents events) {
        boolean marked = found.isAnnotatedWith("org.jspecify.annotations.NullMarked");
        String text =
            "Package <%s> has no package-info.java that says @NullMarked"
                .formatted(found.getName());
        events.add(new SimpleConditionEvent(found, marked, text));
      }
    };
  }
}
