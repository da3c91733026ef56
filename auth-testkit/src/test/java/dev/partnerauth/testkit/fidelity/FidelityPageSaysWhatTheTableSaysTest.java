package dev.partnerauth.testkit.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FidelityPageSaysWhatTheTableSaysTest {

  private static final Path PAGE = Path.of("../docs/fidelity.md");
  private static final String WRITE = "fidelity.write";

  @Test
  void rowByRow() throws IOException {
    String rendered = FidelityPage.markdown();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, rendered);
    }

    assertThat(Files.readString(PAGE))
        .as("docs/fidelity.md; run this test with -D%s=true to rewrite it", WRITE)
        .isEqualTo(rendered);
  }
}
