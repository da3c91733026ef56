package dev.partnerauth.testkit.arch;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The public API as text: a line for each type that others can see, and one for each member of it,
 * sorted, so that a change of the API is a change of these lines and nothing else is.
 */
record ApiListing(Packages exported) {

  private static final Set<String> OF_EVERY_OBJECT =
      Set.of("boolean equals(java.lang.Object)", "int hashCode()", "java.lang.String toString()");

  private static final Set<JavaModifier> OF_TYPES = Set.of(PUBLIC, PROTECTED, ABSTRACT, FINAL);
  private static final Set<JavaModifier> OF_MEMBERS =
      Set.of(PUBLIC, PROTECTED, STATIC, ABSTRACT, FINAL);

  String of(JavaClasses classes) {
    ExportedApi api = new ExportedApi(exported);
    return classes.stream()
        .filter(type -> api.shows(type) && isWrittenByHand(type))
        .sorted(Comparator.comparing(JavaClass::getName))
        .map(type -> type(type) + "\n" + members(api.members(type)))
        .collect(joining("\n"));
  }

  /** Micronaut's annotation processor writes classes beside ours. */
  private static boolean isWrittenByHand(JavaClass type) {
    return !type.getName().contains(".$");
  }

  private static String type(JavaClass type) {
    return deprecated(type)
        + words(type.getModifiers(), OF_TYPES)
        + (type.isSealed() ? "sealed " : "")
        + kind(type)
        + " "
        + type.getName()
        + variables(type.getTypeParameters(), "")
        + parents(type);
  }

  private static String kind(JavaClass type) {
    return type.isAnnotation()
        ? "@interface"
        : type.isInterface()
            ? "interface"
            : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
  }

  private static String parents(JavaClass type) {
    return Stream.concat(
            type.getSuperclass().stream(),
            type.getInterfaces().stream().sorted(Comparator.comparing(JavaType::getName)))
        .map(JavaType::getName)
        .filter(name -> !name.equals("java.lang.Object"))
        .reduce((one, next) -> one + ", " + next)
        .map(names -> " : " + names)
        .orElse("");
  }

  private static String members(Stream<JavaMember> members) {
    return members
        .filter(member -> !OF_EVERY_OBJECT.contains(signature(member)))
        .map(
            member ->
                deprecated(member) + words(member.getModifiers(), OF_MEMBERS) + signature(member))
        .sorted()
        .map(line -> "  " + line + "\n")
        .collect(joining());
  }

  private static String signature(JavaMember member) {
    return member instanceof JavaCodeUnit unit
        ? codeUnit(unit)
        : ((JavaField) member).getType().getName() + " " + member.getName();
  }

  private static String codeUnit(JavaCodeUnit unit) {
    String returned = unit.isConstructor() ? "" : unit.getReturnType().getName() + " ";
    String thrown =
        unit.getExceptionTypes().stream().map(JavaClass::getName).sorted().collect(joining(", "));
    return variables(unit.getTypeParameters(), " ")
        + returned
        + unit.getName()
        + unit.getParameterTypes().stream().map(JavaType::getName).collect(joining(", ", "(", ")"))
        + (thrown.isEmpty() ? "" : " throws " + thrown);
  }

  private static String variables(List<? extends JavaTypeVariable<?>> variables, String after) {
    return variables.isEmpty()
        ? ""
        : variables.stream().map(ApiListing::variable).collect(joining(", ", "<", ">")) + after;
  }

  private static String variable(JavaTypeVariable<?> variable) {
    return variable.getName()
        + variable.getUpperBounds().stream()
            .map(JavaType::getName)
            .filter(bound -> !bound.equals("java.lang.Object"))
            .reduce((one, next) -> one + " & " + next)
            .map(bounds -> " extends " + bounds)
            .orElse("");
  }

  private static String deprecated(CanBeAnnotated declared) {
    return declared.isAnnotatedWith(Deprecated.class) ? "@Deprecated " : "";
  }

  private static String words(Set<JavaModifier> modifiers, Set<JavaModifier> noticed) {
    return modifiers.stream()
        .filter(noticed::contains)
        .sorted()
        .map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
        .collect(joining());
  }
}
