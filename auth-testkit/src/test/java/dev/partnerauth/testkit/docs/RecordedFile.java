package dev.partnerauth.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the project that says what the code says. A test fails when it does not, and rewrites
 * it when it is told to.
 *
 * @param flag the system property that tells so
 */
public record RecordedFile(Path file, String flag) {

  public void says(String rendered) throws IOException {
    if (Boolean.getBoolean(flag)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, rendered);
    }

    assertThat(Files.readString(file))
        .as("%s; run this test with -D%s=true to rewrite it", file, flag)
        .isEqualTo(rendered);
  }
}
