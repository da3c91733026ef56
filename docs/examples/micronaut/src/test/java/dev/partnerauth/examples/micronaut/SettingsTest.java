package dev.partnerauth.examples.micronaut;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void whatMicronautsOwnValidationRefusesEndsTheStart() {
    assertThatThrownBy(() -> start("backend-secret", ""))
        .hasStackTraceContaining("getBackendSecret - must not be blank");
  }

  @Test
  void whatTheLibraryRefusesEndsTheStartInItsOwnWords() {
    assertThatThrownBy(() -> start("base-url", "http://api.example.com/partners/v1/auth"))
        .hasStackTraceContaining("base address is not https, and not on loopback");
  }

  private static void start(String setting, String value) {
    ApplicationContext.run(Map.of("partner-auth." + setting, value)).close();
  }
}
