package dev.partnerauth.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.violation.InvalidRequestException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PlatformConfigurationTest {

  @Test
  void aRefusedSecretIsLoggedAndCountedAndNotPrinted(CapturedOutput output) {
    MeterRegistry registry = new SimpleMeterRegistry();
    AuthRuntime runtime =
        new PlatformConfiguration()
            .authRuntime(registry)
            .runningOn(Runnable::run)
            .observedOn(Runnable::run);
    BackendApp mistyped =
        BackendApp.of("backend-key", "mistyped").getOrElseThrow(InvalidRequestException::new);

    PartnerAuth.of(
            FakeAuthenticationApi.standard(), mistyped, CaffeineTokenCache.standard(), runtime)
        .accessToken();

    assertThat(
            List.of(
                output.toString().contains("IssueFailed: "),
                registry
                    .get("partnerauth.requests")
                    .tag("outcome", "administrator")
                    .timer()
                    .count(),
                output.toString().contains("mistyped")))
        .containsExactly(true, 1L, false);
  }
}
