package dev.partnerauth.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After the jars are made, which it weighs. */
class DependenciesPageSaysWhatEachModuleBringsIT {

  private static final Path PAGE = Path.of("../docs/dependencies.md");

  @Test
  void jarByJar() throws IOException {
    String rendered =
        new DependenciesPage(
                List.of("auth-domain", "auth-http-adapter", "auth-cache-adapter", "auth-testkit"))
            .markdown();
    new RecordedFile(PAGE, "weight.write").says(rendered);
  }

  @Test
  void theDomainIsLightWithVavr() throws IOException {
    long bytes = BroughtJar.by("auth-domain").stream().mapToLong(BroughtJar::bytes).sum();

    assertThat(bytes).isLessThan(1_500_000);
  }
}
