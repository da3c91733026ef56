package dev.partnerauth.benchmarks;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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

  private static ProcessBuilder builder(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(String.join(File.separator, System.getProperty("java.home"), "bin", "java"));
    command.addAll(options);
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
