package dev.partnerauth.testkit.fidelity;

import dev.partnerauth.testkit.docs.RecordedFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FidelityPageSaysWhatTheTableSaysTest {

  private static final Path PAGE = Path.of("../docs/fidelity.md");

  @Test
  void rowByRow() throws IOException {
    String rendered = FidelityPage.markdown();
    new RecordedFile(PAGE, "fidelity.write").says(rendered);
  }
}
