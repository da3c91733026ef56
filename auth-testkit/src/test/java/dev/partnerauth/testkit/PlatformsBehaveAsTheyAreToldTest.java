package dev.partnerauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.Delegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientSecret;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Latency;
import dev.partnerauth.testkit.settings.Behaviour;
import dev.partnerauth.testkit.settings.SandboxApp;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.testkit.time.MovableTime;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PlatformsBehaveAsTheyAreToldTest {

  private static final Instant START = Instant.parse("2026-01-31T09:00:00Z");
  private static final ServiceTokenRequest FOR_TWO_HOURS =
      ServiceTokenRequest.forInterview(
          new InterviewId("42313c4d"), Lifetime.of(Duration.ofHours(2)));

  private final MovableTime time = MovableTime.stoppedAt(START);
  private Platform platform = Platform.of(SandboxSettings.standard().at(time));

  @Test
  void aServiceTokenIsExchangedAsOftenAsOneLikes() {
    assertThat(exchangedTwice()).containsExactly("granted", "granted");
  }

  @Test
  void aServiceTokenMayBeForOneUse() {
    platform = platform(Behaviour.SERVICE_TOKENS_ARE_USED_ONCE);

    assertThat(exchangedTwice()).containsExactly("granted", "ServiceTokenRefused");
  }

  private List<String> exchangedTwice() {
    ServiceToken token = auth().serviceToken(FOR_TWO_HOURS).get();
    Delegation delegation = auth().exchangingAs(SeededApps.frontend());
    return List.of(
        told(delegation.scopedAccessToken(token)), told(delegation.scopedAccessToken(token)));
  }

  @Test
  void aScopedTokenLivesTenHoursWhateverItsServiceToken() {
    assertThat(scoped().expiresAt()).isEqualTo(START.plusSeconds(35_999));
  }

  @Test
  void aScopedTokenMayEndWithItsServiceToken() {
    platform = platform(Behaviour.SCOPED_TOKENS_END_WITH_THEIR_SERVICE_TOKEN);

    assertThat(scoped().expiresAt()).isEqualTo(START.plusSeconds(7_199));
  }

  private ScopedAccessToken scoped() {
    ServiceToken token = auth().serviceToken(FOR_TWO_HOURS).get();
    return auth().exchangingAs(SeededApps.frontend()).scopedAccessToken(token).get();
  }

  @Test
  void aTokenThatIsRevokedIsRefusedFromThenOn() {
    AccessToken token = auth().accessToken().get();
    String before = told(serviceTokenWith(token));
    platform.revoke(token);

    assertThat(List.of(before, told(serviceTokenWith(token))))
        .containsExactly("granted", "AccessTokenRefused");
  }

  @Test
  void aTokenMayBeRevokedInTheMiddleOfItsLife() {
    platform.plan(FaultPlan.times(1, Fault.revokedAfter(Duration.ofMinutes(5))));
    AccessToken token = auth().accessToken().get();
    time.advance(Duration.ofMinutes(5).minusSeconds(1));
    String before = told(serviceTokenWith(token));
    time.advance(Duration.ofSeconds(1));

    assertThat(List.of(before, told(serviceTokenWith(token))))
        .containsExactly("granted", "AccessTokenRefused");
  }

  @Test
  void aTokenThatIsExpiredOnArrivalIsRefusedAtOnce() {
    platform.plan(FaultPlan.times(1, Fault.expiredOnArrival()));

    assertThat(told(serviceTokenWith(auth().accessToken().get()))).isEqualTo("AccessTokenRefused");
  }

  @Test
  void aSkewedClockShowsInWhenATokenSaysItWasIssued() {
    platform.plan(FaultPlan.times(1, Fault.skewedClock(Duration.ofHours(3))));

    assertThat(auth().accessToken().get().times().issuedAt())
        .contains(START.plus(Duration.ofHours(3)));
  }

  @Test
  void anAnswerThatIsPlannedToBeLateWaitsForTheClock() {
    platform.plan(FaultPlan.times(1, Fault.slow(Latency.fixed(Duration.ofSeconds(3)))));
    CompletableFuture<?> call =
        FakeAuthenticationApi.to(platform)
            .accessToken(SeededApps.backend(), Budget.of(Duration.ofSeconds(15)))
            .toCompletableFuture();
    time.advance(Duration.ofSeconds(3).minusNanos(1));
    boolean early = call.isDone();
    time.advance(Duration.ofNanos(1));

    assertThat(List.of(early, call.isDone())).containsExactly(false, true);
  }

  @Test
  void whileASecretIsRotatedBothAreRightAndThenOnlyTheNewOne() {
    ClientSecret next = ClientSecret.of("next-secret").get();
    SandboxApp app = SandboxApp.of(SeededApps.backend());
    platform.apps().register(app.withFurtherSecret(next));
    List<String> during = List.of(told("backend-secret"), told("next-secret"));
    platform.apps().register(app.withOnlySecret(next));

    assertThat(List.of(during, List.of(told("backend-secret"), told("next-secret"))))
        .containsExactly(List.of("granted", "granted"), List.of("InvalidCredentials", "granted"));
  }

  @Test
  void anAppThatIsRemovedIsUnknown() {
    platform.apps().remove(SeededApps.backend().clientId());

    assertThat(told("backend-secret")).isEqualTo("InvalidCredentials");
  }

  private String told(String secret) {
    BackendApp app = BackendApp.of("backend-key", secret).get();
    return told(auth(app).accessToken());
  }

  private Either<AuthFailure, ServiceToken> serviceTokenWith(AccessToken token) {
    return FakeAuthenticationApi.to(platform)
        .serviceToken(token, FOR_TWO_HOURS.at(time.now()).get(), Budget.of(Duration.ofSeconds(15)))
        .toCompletableFuture()
        .join();
  }

  private Platform platform(Behaviour behaviour) {
    return Platform.of(SandboxSettings.standard().at(time).with(behaviour));
  }

  private PartnerAuth auth() {
    return auth(SeededApps.backend());
  }

  private PartnerAuth auth(BackendApp app) {
    return PartnerAuth.of(
        FakeAuthenticationApi.to(platform), app, TokenCache.none(), AuthRuntime.system().at(time));
  }

  private static String told(Either<AuthFailure, ? extends Token> outcome) {
    return outcome.fold(failure -> failure.getClass().getSimpleName(), token -> "granted");
  }
}
