package dev.partnerauth.testkit;

import static dev.partnerauth.testkit.assertions.AuthAssertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.testkit.time.MovableTime;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ServiceTokensLiveAsLongAsNeededTest {

  private static final ServiceTokenRequest TEN_MINUTES =
      ServiceTokenRequest.forInterview(
          new InterviewId("42313c4d"), Lifetime.of(Duration.ofMinutes(10)));

  private final MovableTime time = MovableTime.stoppedAt(Instant.parse("2026-01-31T09:00:00Z"));
  private final PartnerAuth auth =
      PartnerAuth.of(
          FakeAuthenticationApi.of(SandboxSettings.standard().at(time)),
          SeededApps.backend(),
          CaffeineTokenCache.standard(),
          AuthRuntime.system().at(time));

  @Test
  void aKeptTokenThatIsTooOldIsReplaced() {
    Either<AuthFailure, ServiceToken> kept = auth.serviceToken(TEN_MINUTES);
    time.advance(Duration.ofMinutes(6));

    Either<AuthFailure, ServiceToken> another =
        auth.serviceToken(TEN_MINUTES, Duration.ofMinutes(5));

    Assertions.assertThat(another.get()).isNotEqualTo(kept.get());
  }

  @Test
  void aKeptTokenThatIsYoungEnoughIsServed() {
    Either<AuthFailure, ServiceToken> kept = auth.serviceToken(TEN_MINUTES);
    time.advance(Duration.ofMinutes(4));

    Either<AuthFailure, ServiceToken> again =
        auth.async().serviceToken(TEN_MINUTES, Duration.ofMinutes(5)).toCompletableFuture().join();

    Assertions.assertThat(again.get()).isEqualTo(kept.get());
  }

  @Test
  void whatEvenANewOneCannotGiveIsRefused() {
    assertThat(auth.serviceToken(TEN_MINUTES, Duration.ofMinutes(11)))
        .isRefusedBecause(LifetimeTooShort.class);
  }
}
