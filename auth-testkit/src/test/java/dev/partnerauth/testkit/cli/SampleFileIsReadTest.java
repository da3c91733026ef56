package dev.partnerauth.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.form.SandboxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that docs/sandbox.md shows. */
class SampleFileIsReadTest {

  @Test
  void theSandboxTakesItAsItStands(@TempDir Path folder) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "sandbox.md"));
    Path file = folder.resolve("sample.yaml");
    Files.writeString(file, page.split("```yaml\n", 2)[1].split("```", 2)[0]);

    SandboxFile sample = ConfigurationFile.read(file.toString());

    assertThat(
            List.of(
                sample.apps().stream().map(app -> app.clientId().value()).toList(),
                sample.purposes().get(0).name(),
                sample.plans().stream().map(FaultPlan::describe).toList()))
        .containsExactly(
            List.of("shop-backend", "shop-frontend", "shop-reports"),
            "api.example.com/reports",
            List.of(
                "nothing, then status 503 with messaging.adaptors.http.flow.ServiceUnavailable,"
                    + " then status 429 with policies.ratelimit.QuotaViolation, Retry-After 30, at"
                    + " ACCESS_TOKEN",
                "an answer after log-normal, median PT0.02S, p99 PT0.9S, with probability 0.1 (seed"
                    + " 42), for app shop-backend"));
  }
}
