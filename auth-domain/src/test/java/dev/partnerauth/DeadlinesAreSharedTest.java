package dev.partnerauth;

import static dev.partnerauth.Samples.aBackendApp;
import static dev.partnerauth.Samples.aBackendAppWithItsNextSecret;
import static dev.partnerauth.Samples.aFrontendApp;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.refusedAccessToken;
import static dev.partnerauth.Samples.refusedCredentials;
import static dev.partnerauth.Samples.refusedServiceToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.ScriptedApi.Call;
import dev.partnerauth.ScriptedApi.Call.ForScoped;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlinesAreSharedTest {

  private static final TimedOut NO_TIME_LEFT = new TimedOut(Phase.WHOLE_CALL, Facts.local());

  private final Surroundings here = new Surroundings();

  @ParameterizedTest
  @EnumSource
  void everyRequestIsGivenWhatItsForerunnersLeft(Door door) {
    here.api.eachCallTakes(Duration.ofSeconds(2)).refusesService(refusedAccessToken());

    var token = door.delegate(here.cached(), aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(token.isRight()).isTrue();
    assertThat(deadlines()).containsExactly(15L, 13L, 11L, 9L, 7L);
  }

  @ParameterizedTest
  @EnumSource
  void theSecondCredentialsAreGivenWhatTheFirstLeft(Door door) {
    here.api.eachCallTakes(Duration.ofSeconds(2)).refusesAccess(refusedCredentials());

    var token =
        door.accessToken(
            here.cachedWith(() -> List.of(aBackendAppWithItsNextSecret(), aBackendApp())));

    assertThat(token).isEqualTo(Either.right(anAccessToken("access-2")));
    assertThat(deadlines()).containsExactly(15L, 13L);
  }

  @ParameterizedTest
  @EnumSource
  void anotherLimitIsTheLimitOfTheWholeCall(Door door) {
    var token = door.accessTokenWithin(here.cached(), Duration.ofSeconds(3));

    assertThat(token.isRight()).isTrue();
    assertThat(deadlines()).containsExactly(3L);
  }

  @ParameterizedTest
  @EnumSource
  void whenNothingRemainsNothingMoreIsSent(Door door) {
    here.api.eachCallTakes(PartnerAuth.STANDARD_DEADLINE);

    var late = door.serviceToken(here.cached(), anInterviewRequest());

    assertThat(late).isEqualTo(Either.left(NO_TIME_LEFT));
    assertThat(deadlines()).containsExactly(15L);
  }

  @ParameterizedTest
  @EnumSource
  void anExchangeForWhichNothingRemainsIsNotSent(Door door) {
    here.api.eachCallTakes(Duration.ofMillis(7_500));

    var late = door.delegate(here.cached(), aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(late).isEqualTo(Either.left(NO_TIME_LEFT));
    assertThat(here.api.calls()).noneMatch(ForScoped.class::isInstance).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aSecondExchangeForWhichNothingRemainsIsNotSent(Door door) {
    here.api.eachCallTakes(Duration.ofSeconds(15)).refusesScoped(refusedCredentials());

    var late =
        door.scopedToken(
            here.cached(),
            aFrontendApp().clientId(),
            () -> List.of(aFrontendApp(), aFrontendApp()),
            aServiceToken("service-1"));

    assertThat(late).isEqualTo(Either.left(NO_TIME_LEFT));
    assertThat(here.api.calls()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void withNoTimeAtAllNothingIsSent(Door door) {
    var late =
        List.of(
            door.accessTokenWithin(here.cached(), Duration.ZERO),
            door.accessTokenWithin(here.cached(), Duration.ofSeconds(-1)));

    assertThat(late).containsOnly(Either.left(NO_TIME_LEFT));
    assertThat(here.api.calls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aDelegationThatHealsSharesOneDeadlineToo(Door door) {
    here.api.eachCallTakes(Duration.ofSeconds(4)).refusesScoped(refusedServiceToken());

    var late = door.delegate(here.cached(), aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(late).isEqualTo(Either.left(NO_TIME_LEFT));
    assertThat(deadlines()).containsExactly(15L, 11L, 7L, 3L);
  }

  @ParameterizedTest
  @EnumSource
  void anotherServiceTokenForWhichNothingRemainsIsNotAskedFor(Door door) {
    here.api.eachCallTakes(Duration.ofSeconds(5)).refusesScoped(refusedServiceToken());

    var late = door.delegate(here.cached(), aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(late).isEqualTo(Either.left(NO_TIME_LEFT));
    assertThat(deadlines()).containsExactly(15L, 10L, 5L);
  }

  @ParameterizedTest
  @EnumSource
  void anAccessTokenIsTriedForAsOftenAsTheServiceTokenThatNeedsItAndInWhatRemains(Door door) {
    here.cache.triesOnceFor(TokenKind.SERVICE);
    here.api.eachCallTakes(Duration.ofSeconds(2)).refusesService(refusedAccessToken());

    var token = door.serviceToken(here.cached(), anInterviewRequest());

    assertThat(token.isRight()).isTrue();
    assertThat(budgets()).containsExactly(once(15), once(13), once(11), once(9));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAskedForByItselfIsTriedSeveralTimes(Door door) {
    var token = door.delegate(here.cached(), aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(token.isRight()).isTrue();
    assertThat(budgets()).containsOnly(Budget.of(PartnerAuth.STANDARD_DEADLINE)).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void anExchangeIsTriedForAsOftenAsItsCacheSays(Door door) {
    here.cache.triesOnceFor(TokenKind.SCOPED_ACCESS);

    var token = door.scopedToken(here.cached(), aFrontendApp(), aServiceToken("service-1"));

    assertThat(token.isRight()).isTrue();
    assertThat(budgets()).containsExactly(once(15));
  }

  @ParameterizedTest
  @EnumSource
  void bothCredentialsAreTriedForAsOftenAsTheCacheSays(Door door) {
    here.cache.triesOnceFor(TokenKind.ACCESS);
    here.api.refusesAccess(refusedCredentials());

    var token =
        door.accessToken(
            here.cachedWith(() -> List.of(aBackendAppWithItsNextSecret(), aBackendApp())));

    assertThat(token.isRight()).isTrue();
    assertThat(budgets()).containsExactly(once(15), once(15));
  }

  @ParameterizedTest
  @EnumSource
  void aLimitMayBeAsLongAsForever(Door door) {
    var token = door.accessTokenWithin(here.uncached(), ChronoUnit.FOREVER.getDuration());

    assertThat(token).isEqualTo(Either.right(anAccessToken("access-1")));
  }

  private List<Long> deadlines() {
    return budgets().stream().map(budget -> budget.time().toSeconds()).toList();
  }

  private List<Budget> budgets() {
    return here.api.calls().stream().map(Call::budget).toList();
  }

  private static Budget once(long seconds) {
    return Budget.of(Duration.ofSeconds(seconds)).once();
  }
}
