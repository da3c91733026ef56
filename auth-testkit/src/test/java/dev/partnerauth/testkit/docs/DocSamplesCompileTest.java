package dev.partnerauth.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java sample of the README and the docs compiles: a type as it stands, statements inside a
 * method.
 */
class DocSamplesCompileTest {

  private static final Pattern SAMPLE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
  private static final Pattern TYPE =
      Pattern.compile(
          "^(public )?(final )?(abstract )?(class|interface|record|enum) (\\w+)",
          Pattern.MULTILINE);
  private static final Pattern PACKAGE = Pattern.compile("^package .*;$", Pattern.MULTILINE);

  @TempDir private static Path classes;

  private static Map<Sample, String> errors = Map.of();

  private record Sample(String page, int number, String code) {

    /** In a package of its own unless it names one, since most are called alike. */
    JavaFileObject source(int place) {
      Matcher type = TYPE.matcher(code);
      boolean whole = type.find();
      String text =
          (PACKAGE.matcher(code).find() ? "" : "package sample" + place + ";\n")
              + (whole ? code : wrapped(code));
      String name = whole ? type.group(5) : "Sample";
      return new SimpleJavaFileObject(
          URI.create("string:///sample" + place + "/" + name + ".java"),
          JavaFileObject.Kind.SOURCE) {
        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
          return text;
        }
      };
    }

    @Override
    public String toString() {
      return page + " #" + number;
    }
  }

  /** All at once: a compiler for each would read the class path again and again. */
  @BeforeAll
  static void compileAll() throws IOException {
    errors = compile(samples());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void itCompiles(Sample sample) {
    assertThat(errors.getOrDefault(sample, "")).isEmpty();
  }

  @Test
  void aSampleThatDoesNotCompileIsNoticed() {
    Sample good = new Sample("page", 1, "String token = \"\";\n");
    Sample bad = new Sample("page", 2, "String token = PartnerAuth.guess();\n");

    assertThat(compile(List.of(good, bad)))
        .containsOnlyKeys(bad)
        .hasEntrySatisfying(bad, error -> assertThat(error).contains("PartnerAuth"));
  }

  static List<Sample> samples() throws IOException {
    return Markdown.all().stream().flatMap(DocSamplesCompileTest::samplesOf).toList();
  }

  private static Stream<Sample> samplesOf(Markdown page) {
    List<String> blocks =
        SAMPLE.matcher(page.whole()).results().map(found -> found.group(1)).toList();
    return Stream.iterate(0, number -> number < blocks.size(), number -> number + 1)
        .map(number -> new Sample(page.toString(), number + 1, blocks.get(number)));
  }

  /** What is wrong with those that do not compile. */
  private static Map<Sample, String> compile(List<Sample> samples) {
    Map<JavaFileObject, Sample> sources = new HashMap<>();
    for (int place = 0; place < samples.size(); place++) {
      sources.put(samples.get(place).source(place), samples.get(place));
    }
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-proc:none", "-nowarn", "-classpath", classPath(), "-d", classes.toString());
    boolean compiled =
        compiler.getTask(null, null, told, options, null, new ArrayList<>(sources.keySet())).call();
    Map<Sample, String> wrong =
        told.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .collect(
                Collectors.toMap(
                    diagnostic -> sources.get(diagnostic.getSource()),
                    diagnostic -> diagnostic.getMessage(Locale.ROOT),
                    (first, second) -> first + "\n" + second));
    assertThat(wrong.isEmpty()).as("no error is told: %s", told).isEqualTo(compiled);
    return wrong;
  }

  private static String wrapped(String statements) {
    String imports = lines(statements, true);
    return imports
        + "\nclass Sample {\n  void sample() throws Exception {\n"
        + lines(statements, false)
        + "\n  }\n}\n";
  }

  private static String lines(String code, boolean imports) {
    return code.lines()
        .filter(line -> line.startsWith("import ") == imports)
        .collect(Collectors.joining("\n"));
  }

  private static String classPath() {
    return Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path")
        .map(property -> System.getProperty(property, ""))
        .filter(path -> !path.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
