package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.AsyncDelegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinimumRemainingTest {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final Simulation simulation = new Simulation(5);
  private final SimulatedLoader loader = new SimulatedLoader(simulation);
  private final Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
      CaffeineTokenCache.builder()
          .idle(Duration.ofDays(1))
          .build()
          .tokens(loader, simulation.runtime());
  private final ForScopedAccessToken key = SimulatedLoader.key("service");

  @Test
  void anotherIsFetchedThoughTheKeptOneNeverLivedLongEnough() {
    loader.lifetime = Duration.ofMinutes(5);
    Either<AuthFailure, ScopedAccessToken> first = ask(Duration.ZERO);
    loader.lifetime = Duration.ofHours(10);

    Either<AuthFailure, ScopedAccessToken> lasting = ask(TEN_MINUTES);

    assertThat(lasting.isRight()).isTrue();
    assertThat(lasting).isNotEqualTo(first);
  }

  @Test
  void afterANewTokenFellShortNoOtherIsAskedForDuringAnHour() {
    loader.lifetime = Duration.ofHours(2);
    Duration wanted = Duration.ofHours(3);

    List<Either<AuthFailure, ScopedAccessToken>> answers =
        IntStream.range(0, 59)
            .mapToObj(
                minute -> {
                  Either<AuthFailure, ScopedAccessToken> answer = ask(wanted);
                  simulation.advance(Duration.ofMinutes(1));
                  return answer;
                })
            .toList();

    assertThat(answers)
        .allMatch(answer -> answer.isLeft() && answer.getLeft() instanceof LifetimeTooShort);
    assertThat(loader.requests).hasSize(1);
  }

  @Test
  void afterTheHourItIsLookedIntoAgain() {
    loader.lifetime = Duration.ofHours(2);
    Either<AuthFailure, ScopedAccessToken> tooShort = ask(Duration.ofHours(3));
    simulation.advance(Duration.ofMinutes(61));
    loader.lifetime = Duration.ofHours(10);

    Either<AuthFailure, ScopedAccessToken> lasting = ask(Duration.ofHours(3));

    assertThat(List.of(tooShort.isRight(), lasting.isRight())).isEqualTo(List.of(false, true));
  }

  @Test
  void whoNeedsMoreThanTheRequestUnderWayBringsGetsATokenThatLasts() {
    loader.lifetime = Duration.ofMinutes(5);
    CompletionStage<Either<AuthFailure, ScopedAccessToken>> underWay =
        tokens.getAsync(key, Duration.ZERO, BUDGET);
    CompletionStage<Either<AuthFailure, ScopedAccessToken>> joining =
        tokens.getAsync(key, TEN_MINUTES, BUDGET);
    Either<AuthFailure, ScopedAccessToken> first = simulation.awaited(underWay);
    loader.lifetime = Duration.ofHours(10);

    Either<AuthFailure, ScopedAccessToken> lasting = simulation.awaited(joining);

    assertThat(lasting.isRight()).isTrue();
    assertThat(lasting).isNotEqualTo(first);
  }

  @Test
  void aMinimumThatIsServedByNoKeptTokenButByANewOne() {
    loader.lifetime = TEN_MINUTES;
    Either<AuthFailure, ScopedAccessToken> first = ask(Duration.ZERO);
    simulation.advance(Duration.ofSeconds(440));

    Either<AuthFailure, ScopedAccessToken> lasting = ask(Duration.ofSeconds(597));

    assertThat(lasting.isRight()).isTrue();
    assertThat(lasting).isNotEqualTo(first);
  }

  @Test
  void aTokenLastsWhileWhatRemainsOfItIsEnoughToTheNanosecond() {
    loader.latency = Duration.ZERO;
    loader.lifetime = Duration.ofHours(1);
    Either<AuthFailure, ScopedAccessToken> first = ask(Duration.ZERO);
    simulation.advance(Duration.ofMinutes(30));

    Duration remaining = loader.lifetime.minus(simulation.passed());
    Either<AuthFailure, ScopedAccessToken> enough = ask(remaining);
    Either<AuthFailure, ScopedAccessToken> tooLittle = ask(remaining.plusNanos(1));

    assertThat(List.of(enough.equals(first), tooLittle.equals(first), loader.requests.size()))
        .isEqualTo(List.of(true, false, 2));
  }

  @Test
  void delegatesAlthoughTheWallClockHasJumpedPastTheTokensExpiry() {
    AsyncDelegation delegation =
        PartnerAuth.of(
                new SimulatedApi(simulation),
                BackendApp.of("backend-key", "backend-secret").get(),
                CaffeineTokenCache.standard(),
                simulation.runtime())
            .async()
            .exchangingAs(FrontendApp.of("frontend-key", "frontend-secret").get());
    ServiceTokenRequest request =
        ServiceTokenRequest.forInterview(
            new InterviewId("interview"), Lifetime.of(Duration.ofHours(24)));
    Either<AuthFailure, ScopedAccessToken> before =
        simulation.awaited(delegation.delegate(request, TEN_MINUTES));

    simulation.wallClockJumps(Duration.ofHours(10));
    List<Either<AuthFailure, ScopedAccessToken>> after =
        IntStream.range(0, 360)
            .mapToObj(
                minute -> {
                  simulation.advance(Duration.ofMinutes(1));
                  return simulation.awaited(delegation.delegate(request, TEN_MINUTES));
                })
            .toList();

    assertThat(before.isRight()).isTrue();
    assertThat(after).allMatch(Either::isRight);
  }

  private Either<AuthFailure, ScopedAccessToken> ask(Duration minimumRemaining) {
    return simulation.awaited(tokens.getAsync(key, minimumRemaining, BUDGET));
  }
}
