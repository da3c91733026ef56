package dev.partnerauth.testkit.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What types and static initializers give away about state that all share. */
final class StaticState extends ArchCondition<JavaClass> {

  private static final Set<String> PACKAGES_OF_MUTABLES =
      Set.of("java.util.concurrent.atomic", "java.util.concurrent.locks");

  private static final List<String> MUTABLES =
      List.of(
          "java.lang.StringBuffer",
          "java.lang.StringBuilder",
          "java.lang.ThreadLocal",
          "java.text.Format",
          "java.util.BitSet",
          "java.util.Calendar",
          "java.util.Date");

  StaticState() {
    super("hold static mutable state");
  }

  @Override
  public void check(JavaClass owner, ConditionEvents events) {
    List<JavaField> fields =
        owner.getFields().stream()
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
            .toList();
    for (JavaField field : fields) {
      if (!field.getModifiers().contains(JavaModifier.FINAL)) {
        report(field, field.getDescription() + " is static and not final", events);
      } else if (isMutable(field.getRawType())) {
        report(field, field.getDescription() + " is static and of a mutable type", events);
      }
    }
    if (fields.stream().map(JavaField::getRawType).anyMatch(StaticState::mayBeImmutable)) {
      reportCollectionsMadeAtStart(owner, events);
    }
  }

  /** A {@code Map} may be a {@code Map.of}; a {@code new HashMap} beside it says that it is not. */
  private static void reportCollectionsMadeAtStart(JavaClass owner, ConditionEvents events) {
    owner.getStaticInitializer().stream()
        .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
        .filter(call -> !call.isDeclaredInLambda())
        .filter(call -> isMutableCollection(call.getTargetOwner()))
        .forEach(call -> report(call, call.getDescription(), events));
  }

  private static void report(Object offender, String text, ConditionEvents events) {
    events.add(SimpleConditionEvent.satisfied(offender, text));
  }

  private static boolean isMutable(JavaClass type) {
    return type.isArray()
        || isMutableCollection(type)
        || PACKAGES_OF_MUTABLES.contains(type.getPackageName())
        || MUTABLES.stream().anyMatch(type::isAssignableTo);
  }

  private static boolean isMutableCollection(JavaClass type) {
    return isCollection(type)
        && (type.getPackageName().equals("java.util.concurrent") || !type.isInterface());
  }

  private static boolean mayBeImmutable(JavaClass type) {
    return isCollection(type) && !isMutableCollection(type);
  }

  private static boolean isCollection(JavaClass type) {
    return type.getPackageName().startsWith("java.util")
        && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
  }
}
