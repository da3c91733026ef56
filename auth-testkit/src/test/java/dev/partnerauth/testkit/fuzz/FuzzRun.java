package dev.partnerauth.testkit.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs Jazzer over the targets, each in a JVM of its own: what it finds comes to lie beside the
 * seeds, what it has learnt stays in the work folder for the next run.
 */
public final class FuzzRun {

  private static final String EXECUTIONS = "stat::number_of_executed_units:";

  private final String seconds;
  private final Path inputs;
  private final Path work;

  private FuzzRun(String seconds, Path inputs, Path work) {
    this.seconds = seconds;
    this.inputs = inputs;
    this.work = work;
  }

  /** Seconds for each target, the seeds' folder, the work folder, and a target or {@code all}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    FuzzRun run = new FuzzRun(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]));
    boolean found = false;
    for (FuzzTarget target : FuzzTarget.values()) {
      if (arguments[3].equals("all") || arguments[3].equals(target.folder())) {
        found |= run.fuzz(target) != 0;
      }
    }
    System.exit(found ? 1 : 0);
  }

  private int fuzz(FuzzTarget target) throws IOException, InterruptedException {
    Path corpus = Files.createDirectories(work.resolve(target.folder()));
    Path log = work.resolve(target.folder() + ".log");
    int exit =
        new ProcessBuilder(command(target, corpus))
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    System.out.printf(
        "%s: %s s, %s executions, %s%n",
        target.folder(),
        seconds,
        executions(log).orElse("unknown"),
        exit == 0 ? "nothing found" : "stopped early: see " + log);
    return exit;
  }

  private List<String> command(FuzzTarget target, Path corpus) {
    Path seeds = inputs.resolve(target.folder());
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-Xss1m",
        "-XX:+IgnoreUnrecognizedVMOptions",
        "-XX:+EnableDynamicAgentLoading",
        "--enable-native-access=ALL-UNNAMED",
        "-classpath",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + target.entry().getName(),
        "--instrumentation_includes=dev.partnerauth.**:com.google.gson.**",
        "--instrumentation_excludes=dev.partnerauth.testkit.**",
        "--custom_hook_includes=dev.partnerauth.**:com.google.gson.**",
        "--custom_hook_excludes=dev.partnerauth.testkit.**",
        // Settings name the files that are to be read: that is no attack.
        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal",
        "--reproducer_path=" + work,
        "-max_total_time=" + seconds,
        "-timeout=5",
        "-max_len=70000",
        "-len_control=100",
        "-rss_limit_mb=3072",
        "-print_final_stats=1",
        "-artifact_prefix=" + seeds + "/",
        corpus.toString(),
        seeds.toString());
  }

  private static Optional<String> executions(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.startsWith(EXECUTIONS))
          .map(line -> line.substring(EXECUTIONS.length()).strip())
          .findFirst();
    }
  }
}
