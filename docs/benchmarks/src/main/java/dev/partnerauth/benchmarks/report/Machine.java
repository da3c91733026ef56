package dev.partnerauth.benchmarks.report;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes on what a run is made, so that its numbers can be judged. */
public final class Machine {

  private static final String FILE = "machine";
  private static final Path CPU = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** Writes them anew. */
  public static void note(Results results) {
    results.forget(FILE);
    results.write(FILE, "date", LocalDate.now(ZoneOffset.UTC));
    results.write(
        FILE,
        "processor",
        processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
    results.write(
        FILE,
        "system",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"));
    results.write(
        FILE,
        "Java",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    results.write(FILE, "libraries", libraries());
  }

  /** How busy the machine is, of which this run is a part; in place of an earlier run's note. */
  public static void noteLoad(Results results, String before) {
    String name = "load before " + before;
    List<List<String>> others =
        results.read(FILE).stream().filter(line -> !line.get(0).equals(name)).toList();
    results.forget(FILE);
    others.forEach(line -> results.write(FILE, line.toArray()));
    results.write(
        FILE,
        name,
        Results.number(
            "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
  }

  private static String processor() {
    try (Stream<String> lines = Files.exists(CPU) ? Files.lines(CPU) : Stream.empty()) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> String.valueOf(Path.of(entry).getFileName()))
        .filter(
            name ->
                name.matches(
                    "(caffeine|vavr|httpclient5|gson|micronaut-validation|jmh-core|jol-core|lettuce-core|httpcore5|nimbus-jose-jwt|wiremock-standalone|mockwebserver|mock-oauth2-server)-\\d.*\\.jar"))
        .map(name -> name.replace(".jar", "").replaceFirst("-(\\d)", " $1"))
        .collect(Collectors.joining(", "));
  }
}
