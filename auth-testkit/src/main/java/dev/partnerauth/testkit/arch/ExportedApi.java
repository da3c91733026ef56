package dev.partnerauth.testkit.arch;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The types that others can see, and what their signatures name. */
record ExportedApi(Packages packages) {

  DescribedPredicate<JavaClass> types() {
    return DescribedPredicate.describe("exported from " + packages, this::shows);
  }

  boolean shows(JavaClass type) {
    return packages.hold(type) && isVisible(type.getBaseComponentType());
  }

  ArchCondition<JavaClass> name(
      String what, Predicate<JavaClass> inMembers, Predicate<JavaClass> inHeaders) {
    return new ArchCondition<>("name " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        header(type).filter(inHeaders).forEach(named -> report(type, named, events));
        members(type)
            .forEach(
                member ->
                    named(member)
                        .filter(inMembers)
                        .forEach(named -> report(member, named, events)));
      }
    };
  }

  private static <T extends HasDescription & HasSourceCodeLocation> void report(
      T where, JavaClass named, ConditionEvents events) {
    String text =
        "%s names <%s> in %s"
            .formatted(where.getDescription(), named.getName(), where.getSourceCodeLocation());
    events.add(SimpleConditionEvent.satisfied(where, text));
  }

  private static Stream<JavaClass> header(JavaClass type) {
    Stream<JavaType> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    return involved(Stream.concat(parents, type.getTypeParameters().stream()));
  }

  /** Also those that a visible class inherits from a parent that is not visible itself. */
  Stream<JavaMember> members(JavaClass type) {
    return type.getAllMembers().stream()
        .filter(member -> member.getOwner().equals(type) || isHandedDown(member))
        .filter(member -> isVisible(member.getModifiers()))
        .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  private boolean isHandedDown(JavaMember member) {
    return packages.hold(member.getOwner())
        && !shows(member.getOwner())
        && !(member instanceof JavaConstructor);
  }

  private static Stream<JavaClass> named(JavaMember member) {
    Stream<JavaClass> thrown =
        member instanceof JavaCodeUnit unit ? unit.getExceptionTypes().stream() : Stream.of();
    return Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown)
        .map(JavaClass::getBaseComponentType)
        .distinct();
  }

  private static Stream<JavaClass> involved(Stream<? extends JavaType> types) {
    return types
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .distinct();
  }

  private static boolean isVisible(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(ExportedApi::isVisible).orElse(true);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
