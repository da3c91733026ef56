package dev.partnerauth.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Everything as named modules, in a JVM of its own: nothing is opened or exported that the
 * descriptors do not say.
 */
class ModulePathTest {

  @Test
  void theJourneyRunsWithEveryModuleOnTheModulePath() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--module-path",
            modulePath(),
            "--add-modules",
            "dev.partnerauth.http,dev.partnerauth.cache,info.picocli",
            "--module",
            "dev.partnerauth.testkit/dev.partnerauth.testkit.cli.PartnerAuthCommand",
            "journey");

    Process journey = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(journey.getInputStream().readAllBytes(), UTF_8);
    journey.waitFor(1, TimeUnit.MINUTES);

    assertThat(told).contains("All 12 steps went as told");
  }

  /** What the tests run on, less the tests. */
  private static String modulePath() {
    List<String> entries =
        new ArrayList<>(
            Arrays.asList(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"))
                    .split(File.pathSeparator)));
    entries.removeIf(entry -> entry.endsWith("test-classes"));
    return entries.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
