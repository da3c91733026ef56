package dev.partnerauth.examples.modular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.AuthSandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartIT {

  @Test
  void whatIsWrongWithTheSettingsIsToldAndNothingStarts() throws Exception {
    Map<String, String> environment =
        Map.of("PARTNER_AUTH_BACKEND_KEY", " ", "PARTNER_AUTH_BACKEND_SECRET", "s3cret\n");

    try (BackEndProcess backEnd = BackEndProcess.start(environment)) {
      assertThat(backEnd.toldUntilItsEnd())
          .contains("InvalidRequestException", "client_id", "client_secret")
          .doesNotContain("s3cret", "Listening");
    }
  }

  @Test
  void noSecretOfTheSandboxIsSentToAPlatformThatWasNamed() throws Exception {
    Map<String, String> environment =
        Map.of(
            "PARTNER_AUTH_BASE_URL", "https://api.rocketlawyer.com/partners/v1/auth",
            "PARTNER_AUTH_BACKEND_KEY", "a-key");

    try (BackEndProcess backEnd = BackEndProcess.start(environment)) {
      assertThat(backEnd.toldUntilItsEnd())
          .contains("PARTNER_AUTH_BACKEND_SECRET is blank")
          .doesNotContain("Listening");
    }
  }

  @Test
  void aPortThatIsNoNumberIsNamed() throws Exception {
    try (BackEndProcess backEnd = BackEndProcess.start(Map.of("PORT", "http"))) {
      assertThat(backEnd.toldUntilItsEnd())
          .contains("PORT is not a number")
          .doesNotContain("Listening");
    }
  }

  /** The JDK's modules are few then, as in a runtime that was cut to size. */
  @Test
  void needsNoModuleThatNoDescriptorNames() throws Exception {
    String limit = BackEndProcess.MODULE + ",org.slf4j.simple";

    try (AuthSandbox platform = AuthSandbox.start();
        BackEndProcess backEnd = BackEndProcess.start(platform, "--limit-modules", limit)) {
      assertThat(backEnd.root()).hasScheme("http");
    }
  }
}
