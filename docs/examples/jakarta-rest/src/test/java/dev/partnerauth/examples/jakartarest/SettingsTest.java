package dev.partnerauth.examples.jakartarest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void aValueThatCannotBeRightEndsTheStartInTheLibrarysWords() {
    assertThatThrownBy(
            () ->
                Settings.from(
                    Map.of("PARTNER_AUTH_BASE_URL", "http://api.example.com/partners/v1/auth")))
        .hasMessageContaining("base address is not https, and not on loopback");
  }

  @Test
  void noSecretOfTheSandboxIsSentToAPlatformThatWasNamed() {
    assertThatThrownBy(
            () ->
                Settings.from(
                    Map.of(
                        "PARTNER_AUTH_BASE_URL",
                        "https://api.rocketlawyer.com/partners/v1/auth",
                        "PARTNER_AUTH_BACKEND_KEY",
                        "a-key")))
        .hasMessage(
            "PARTNER_AUTH_BACKEND_SECRET is blank. Give PARTNER_AUTH_BACKEND_SECRET a value.");
  }

  @Test
  void theyPrintNoSecret() {
    assertThat(Settings.from(Map.of()).toString())
        .doesNotContain("backend-secret", "frontend-secret");
  }
}
