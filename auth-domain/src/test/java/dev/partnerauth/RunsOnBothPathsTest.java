package dev.partnerauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The build runs every test twice, and says each time on which path. */
class RunsOnBothPathsTest {

  @Test
  void theLibraryIsAModuleOnTheModulePathAndNoneOnTheClassPath() {
    String path = System.getProperty("partnerauth.path", "class path");

    Optional<String> module = Optional.ofNullable(PartnerAuth.class.getModule().getName());

    assertThat(module)
        .isEqualTo(path.equals("module path") ? Optional.of("dev.partnerauth") : Optional.empty());
  }
}
