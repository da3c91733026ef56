package dev.partnerauth.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java sample of the README and the docs compiles: a type as it stands, statements inside a
 * method.
 */
class DocSamplesCompileTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern SAMPLE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
  private static final Pattern TYPE =
      Pattern.compile(
          "^(public )?(final )?(abstract )?(class|interface|record|enum) (\\w+)",
          Pattern.MULTILINE);

  @TempDir private static Path classes;

  private record Sample(Path page, int number, String code) {
    @Override
    public String toString() {
      return page + " #" + number;
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void itCompiles(Sample sample) {
    String errors = compile(sample.code());

    assertThat(errors).isEmpty();
  }

  @Test
  void aSampleThatDoesNotCompileIsNoticed() {
    String errors = compile("String token = PartnerAuth.guess();\n");

    assertThat(errors).contains("PartnerAuth");
  }

  static List<Sample> samples() throws IOException {
    try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
      return Stream.concat(Stream.of(PROJECT.resolve("README.md")), docs.sorted())
          .filter(page -> page.toString().endsWith(".md"))
          .flatMap(DocSamplesCompileTest::samplesOf)
          .toList();
    }
  }

  private static Stream<Sample> samplesOf(Path page) {
    List<String> blocks =
        SAMPLE.matcher(read(page)).results().map(found -> found.group(1)).toList();
    return Stream.iterate(0, number -> number < blocks.size(), number -> number + 1)
        .map(number -> new Sample(PROJECT.relativize(page), number + 1, blocks.get(number)));
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String compile(String code) {
    Matcher type = TYPE.matcher(code);
    boolean whole = type.find();
    String name = whole ? type.group(5) : "Sample";
    StringWriter errors = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-proc:none", "-nowarn", "-classpath", classPath(), "-d", classes.toString());
    boolean compiled =
        compiler
            .getTask(
                errors,
                null,
                null,
                options,
                null,
                List.of(source(name, whole ? code : wrapped(code))))
            .call();
    return compiled ? "" : "does not compile:\n" + errors;
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

  private static JavaFileObject source(String name, String code) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }
}
