package dev.partnerauth.testkit.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule that first looks whether everything it names is there. ArchUnit's own check for empty
 * rules asks only whether any class was looked at, so one misspelt package among ten goes unseen.
 */
final class GroundedRule {

  private record Subject(String name, boolean present) {}

  private GroundedRule() {}

  static ArchRule of(String text, Packages about, List<ArchRule> checks) {
    return of(text, about, List.of(), checks);
  }

  static ArchRule of(String text, Packages about, List<String> classes, List<ArchRule> checks) {
    ArchRule present = all(subjects(about, classes)).should(bePresent()).allowEmptyShould(false);
    // Finding nothing to forbid is a pass, once the packages are known to be there.
    Stream<ArchRule> grounded = checks.stream().map(check -> check.allowEmptyShould(true));
    return CompositeArchRule.of(Stream.concat(Stream.of(present), grounded).toList()).as(text);
  }

  private static AbstractClassesTransformer<Subject> subjects(
      Packages about, List<String> classes) {
    return new AbstractClassesTransformer<>("packages and classes that the rule names") {
      @Override
      public Iterable<Subject> doTransform(JavaClasses imported) {
        return Stream.concat(
                about.identifiers().stream()
                    .map(it -> subject("Package", it, imported, Packages.of(it)::hold)),
                classes.stream()
                    .map(it -> subject("Class", it, imported, type -> type.getName().equals(it))))
            .toList();
      }
    };
  }

  private static Subject subject(
      String kind, String name, JavaClasses imported, Predicate<JavaClass> belongs) {
    return new Subject(
        "%s <%s>".formatted(kind, name),
        imported.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .anyMatch(belongs));
  }

  private static ArchCondition<Subject> bePresent() {
    return new ArchCondition<>("be among the imported classes") {
      @Override
      public void check(Subject subject, ConditionEvents events) {
        String text = subject.name + " is not among the imported classes: the rule guards nothing";
        events.add(new SimpleConditionEvent(subject, subject.present, text));
      }
    };
  }
}
