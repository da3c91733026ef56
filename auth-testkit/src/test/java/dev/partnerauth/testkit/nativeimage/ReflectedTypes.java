package dev.partnerauth.testkit.nativeimage;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ReflectionAccessFilter.FilterResult;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which of the HTTP adapter's types Gson and Micronaut find by reflection, as the classes
 * themselves tell.
 */
final class ReflectedTypes {

  private static final String OURS = "dev.partnerauth";
  private static final Set<String> READERS =
      Set.of(Gson.class.getName(), "dev.partnerauth.http.wire.AnswerReader");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.partnerauth.http");

  /** What Gson takes apart when it is given the shapes that our code hands it. */
  Set<String> takenApartByGson() {
    Set<String> reflected = new TreeSet<>();
    Gson gson =
        new GsonBuilder()
            .addReflectionAccessFilter(
                type -> {
                  reflected.add(type.getName());
                  return FilterResult.INDECISIVE;
                })
            .create();
    classes.stream()
        .filter(ReflectedTypes::readsJson)
        .flatMap(type -> type.getReferencedClassObjects().stream())
        .map(ReferencedClassObject::getRawType)
        .filter(type -> type.getPackageName().startsWith(OURS))
        .forEach(shape -> takeApart(gson, shape.reflect()));
    return reflected;
  }

  private static void takeApart(Gson gson, Class<?> shape) {
    var unused = gson.getAdapter(shape);
  }

  private static boolean readsJson(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .anyMatch(access -> READERS.contains(access.getTargetOwner().getName()));
  }

  /** Written by Micronaut's annotation processor, and looked up by name. */
  Set<String> introspections() {
    return classes.stream()
        .filter(type -> type.isAssignableTo("io.micronaut.core.beans.BeanIntrospectionReference"))
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
