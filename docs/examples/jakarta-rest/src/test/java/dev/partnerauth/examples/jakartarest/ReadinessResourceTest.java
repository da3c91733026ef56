package dev.partnerauth.examples.jakartarest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.testkit.time.MovableDelays;
import dev.partnerauth.testkit.time.MovableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessResourceTest {

  private final MovableTime time = MovableTime.stoppedAt(Instant.parse("2026-01-31T09:00:00Z"));
  private final AuthRuntime runtime =
      AuthRuntime.system().at(time).runningOn(Runnable::run).delayedBy(MovableDelays.on(time));
  private final FakeAuthenticationApi api =
      FakeAuthenticationApi.of(SandboxSettings.standard().at(time));
  private final PartnerAuth auth =
      PartnerAuth.of(api, SeededApps.backend(), CaffeineTokenCache.standard(), runtime);
  private final ReadinessResource readiness = new ReadinessResource(auth, time);

  @Test
  void aNodeWithoutATokenIsReadyAgainWithoutTraffic() {
    api.platform().plan(FaultPlan.times(1, Fault.refused(Refusal.INVALID_CREDENTIALS)));
    auth.accessToken();
    time.advance(Duration.ofMinutes(1));
    int before = readiness.ready().getStatus();

    time.advance(Duration.ofSeconds(2));

    assertThat(List.of(before, readiness.ready().getStatus())).containsExactly(503, 200);
  }
}
