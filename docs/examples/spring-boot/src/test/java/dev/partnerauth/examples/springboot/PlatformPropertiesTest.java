package dev.partnerauth.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PlatformPropertiesTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withUserConfiguration(Properties.class)
          .withPropertyValues(
              "partner-auth.base-url=http://127.0.0.1:8085/partners/v1/auth",
              "partner-auth.backend.key=backend-key",
              "partner-auth.backend.secret=backend-secret",
              "partner-auth.frontend.key=frontend-key",
              "partner-auth.frontend.secret=frontend-secret",
              "partner-auth.template-id=a-template");

  @Test
  void aWrongSecretEndsTheStartAndIsNotPrinted() {
    application
        .withPropertyValues("partner-auth.backend.secret=back\u0000end")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining(
                        "Failed to bind properties under 'partner-auth.backend'")
                    .hasStackTraceContaining(
                        "client_secret contains control characters. Use printable characters.")
                    .asString()
                    .doesNotContain("back\u0000end"));
  }

  @Test
  void whatIsMissingIsNamed() {
    new ApplicationContextRunner()
        .withUserConfiguration(Properties.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasRootCauseMessage(
                        "client_id is blank. Give client_id a value. client_secret is blank."
                            + " Give client_secret a value."));
  }

  @Test
  void noSecretPrints() {
    application.run(
        context ->
            assertThat(context.getBean(PlatformProperties.class).toString())
                .contains("backend-key", "frontend-key")
                .doesNotContain("backend-secret", "frontend-secret"));
  }

  @EnableConfigurationProperties(PlatformProperties.class)
  static class Properties {}
}
