package dev.partnerauth.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a main class in a Java of its own, with this one's class path. */
public final class Children {

  private Children() {}

  /** Waits for its end. Its output is shown with this one's. */
  public static void run(Class<?> main, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    int status = builder(main, options, arguments).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(main.getSimpleName() + " ended with " + status);
    }
  }

  /** Does not wait. Its output is to be read, its errors are shown with this one's. */
  public static Process startListening(Class<?> main, List<String> options, String... arguments)
      throws IOException {
    return builder(main, options, arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** The same with a part of the class path. */
  public static Process startListening(
      Class<?> main, Predicate<String> jars, List<String> options, String... arguments)
      throws IOException {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> jars.test(Path.of(entry).getFileName().toString()))
            .collect(Collectors.joining(File.pathSeparator));
    return builder(main, classPath, options, arguments)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static ProcessBuilder builder(Class<?> main, List<String> options, String... arguments) {
    return builder(main, System.getProperty("java.class.path"), options, arguments);
  }

  private static ProcessBuilder builder(
      Class<?> main, String classPath, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(String.join(File.separator, System.getProperty("java.home"), "bin", "java"));
    command.addAll(options);
    command.add("-classpath");
    command.add(classPath);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
