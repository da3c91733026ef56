package dev.partnerauth.examples.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.AsyncPartnerAuth;
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
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class PartnerAuthHealthIndicatorTest {

  private final MovableTime time = MovableTime.stoppedAt(Instant.parse("2026-01-31T09:00:00Z"));
  private final AuthRuntime runtime =
      AuthRuntime.system().at(time).runningOn(Runnable::run).delayedBy(MovableDelays.on(time));
  private final FakeAuthenticationApi api =
      FakeAuthenticationApi.of(SandboxSettings.standard().at(time));
  private final AsyncPartnerAuth auth =
      PartnerAuth.of(api, SeededApps.backend(), CaffeineTokenCache.standard(), runtime).async();
  private final PartnerAuthHealthIndicator indicator =
      new PartnerAuthHealthIndicator(auth, runtime);

  @Test
  void itIsUnknownBeforeATokenWasAskedFor() {
    assertThat(health().getStatus()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void itIsUpWhileATokenLives() {
    auth.accessToken();

    assertThat(health()).isEqualTo(Health.up().withDetail("tokens", "UP").build());
  }

  @Test
  void itStaysUpWhileTheTokenCannotBeRenewed() {
    auth.accessToken();
    api.platform().plan(FaultPlan.always(Fault.unavailable()));
    time.advance(Duration.ofMinutes(9 * 60 + 30));

    auth.accessToken();

    assertThat(health())
        .extracting(Health::getStatus, health -> health.getDetails().get("tokens"))
        .containsExactly(Status.UP, "DEGRADED");
  }

  @Test
  void itIsDownOnceTheTokenHasExpiredAndNoneIsIssued() {
    auth.accessToken();
    api.platform().plan(FaultPlan.always(Fault.unavailable()));
    time.advance(Duration.ofHours(11));

    auth.accessToken();

    assertThat(health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void itIsUpAgainWithoutTrafficOnceATokenCanBeHad() {
    api.platform().plan(FaultPlan.times(1, Fault.refused(Refusal.INVALID_CREDENTIALS)));
    auth.accessToken();
    time.advance(Duration.ofMinutes(1));
    Status before = health().getStatus();

    time.advance(Duration.ofSeconds(2));

    assertThat(List.of(before, health().getStatus())).containsExactly(Status.DOWN, Status.UP);
  }

  private Health health() {
    return indicator.health().blockOptional().orElseThrow();
  }
}
