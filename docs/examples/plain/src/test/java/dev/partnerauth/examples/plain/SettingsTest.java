package dev.partnerauth.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void withoutAPlatformTheyAreTheSandboxes() {
    assertThat(Settings.of(Map.of()).rocketDocument())
        .hasToString("http://127.0.0.1:8085/rocketdoc/v2");
  }

  @Test
  void noSecretOfTheSandboxIsSentToAPlatformThatWasNamed() {
    assertThatThrownBy(
            () ->
                Settings.of(
                    Map.of(
                        "PARTNER_AUTH_BASE_URL",
                        "https://api.rocketlawyer.com/partners/v1/auth",
                        "PARTNER_AUTH_BACKEND_KEY",
                        "a-key")))
        .hasMessage(
            "PARTNER_AUTH_BACKEND_SECRET is blank. Give PARTNER_AUTH_BACKEND_SECRET a value.");
  }

  @Test
  void aPortThatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> Settings.of(Map.of("PORT", "http")))
        .hasMessage("PORT is not a number. Use a port such as 8080.");
  }
}
