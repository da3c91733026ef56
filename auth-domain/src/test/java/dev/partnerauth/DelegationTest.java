package dev.partnerauth;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TEN_HOURS;
import static dev.partnerauth.Samples.aBackendApp;
import static dev.partnerauth.Samples.aFrontendApp;
import static dev.partnerauth.Samples.aFrontendAppWithItsNextSecret;
import static dev.partnerauth.Samples.aPartyRequest;
import static dev.partnerauth.Samples.aScopedToken;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.anOutage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.ScriptedApi.Call.ForScoped;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.event.AuthEvent.AppSharedWithBackend;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DelegationTest {

  private final Surroundings here = new Surroundings();
  private final PartnerAuth auth = here.cached();

  @ParameterizedTest
  @EnumSource
  void aDelegationGoesFromTheRequestToTheExchange(Door door) {
    var token = door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(token).isEqualTo(Either.right(aScopedToken("scoped-1")));
    assertThat(here.api.calls())
        .hasSize(3)
        .endsWith(
            new ForScoped(
                aFrontendApp(),
                aServiceToken("service-1"),
                Budget.of(PartnerAuth.STANDARD_DEADLINE)));
  }

  @ParameterizedTest
  @EnumSource
  void withoutAServiceTokenNothingIsExchanged(Door door) {
    here.api.refusesService(anOutage());

    var refused = door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(refused).isEqualTo(Either.left(anOutage()));
    assertThat(here.api.calls()).noneMatch(ForScoped.class::isInstance);
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedExchangeIsReturned(Door door) {
    here.api.refusesScoped(anOutage());

    var refused = door.delegate(auth, aFrontendApp(), anInterviewRequest(), TEN_HOURS);

    assertThat(refused).isEqualTo(Either.left(anOutage()));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatLivesExactlyAsLongAsAskedForWillDo(Door door) {
    var token = door.delegate(auth, aFrontendApp(), anInterviewRequest(), TEN_HOURS);

    assertThat(token).isEqualTo(Either.right(aScopedToken("scoped-1")));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatLivesLessThanAskedForIsAFailure(Door door) {
    Duration longer = TEN_HOURS.plusSeconds(1);

    var refused = door.delegate(auth, aFrontendApp(), anInterviewRequest(), longer);

    assertThat(refused).isEqualTo(Either.left(new LifetimeTooShort(longer, TEN_HOURS)));
  }

  @ParameterizedTest
  @EnumSource
  void whoeverAsksForNoLifetimeIsGivenAnyToken(Door door) {
    TokenTimes over = TokenTimes.lasting(Duration.ofSeconds(1), NOW.minusSeconds(60));
    here.api.issuesScoped(aScopedToken("scoped-1", over));

    var token = door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(token).isEqualTo(Either.right(aScopedToken("scoped-1")));
  }

  @ParameterizedTest
  @EnumSource
  void equalFrontEndAppsShareTheirTokens(Door door) {
    FrontendApp equal = FrontendApp.of("frontend-key", "frontend-secret").get();

    var tokens =
        List.of(
            door.scopedToken(auth, aFrontendApp(), aServiceToken("service-1")),
            door.scopedToken(auth, equal, aServiceToken("service-1")));

    assertThat(tokens).containsOnly(Either.right(aScopedToken("scoped-1")));
  }

  @ParameterizedTest
  @EnumSource
  void aChangedSecretKeepsTheTokens(Door door) {
    var tokens =
        List.of(
            door.scopedToken(auth, aFrontendApp(), aServiceToken("service-1")),
            door.scopedToken(auth, aFrontendAppWithItsNextSecret(), aServiceToken("service-1")));

    assertThat(tokens).containsOnly(Either.right(aScopedToken("scoped-1")));
  }

  @ParameterizedTest
  @EnumSource
  void theNextExchangeUsesTheCredentialsThatWereGivenLast(Door door) {
    var tokens =
        List.of(
            door.scopedToken(auth, aFrontendApp(), aServiceToken("service-1")),
            door.scopedToken(auth, aFrontendAppWithItsNextSecret(), aServiceToken("service-1")),
            door.scopedToken(auth, aFrontendAppWithItsNextSecret(), aServiceToken("service-2")));

    assertThat(tokens).allMatch(Either::isRight);
    assertThat(appsThatExchanged())
        .containsExactly(aFrontendApp(), aFrontendAppWithItsNextSecret());
  }

  @Test
  void soDoesADelegationThatWasMadeBefore() {
    Delegation before = auth.exchangingAs(aFrontendApp());
    auth.exchangingAs(aFrontendAppWithItsNextSecret());

    var token = before.scopedAccessToken(aServiceToken("service-1"));

    assertThat(token.isRight()).isTrue();
    assertThat(appsThatExchanged()).containsExactly(aFrontendAppWithItsNextSecret());
  }

  @ParameterizedTest
  @EnumSource
  void anotherFrontEndAppHasTokensOfItsOwn(Door door) {
    FrontendApp another = FrontendApp.of("another-key", "frontend-secret").get();

    var tokens =
        List.of(
            door.scopedToken(auth, aFrontendApp(), aServiceToken("service-1")),
            door.scopedToken(auth, another, aServiceToken("service-1")));

    assertThat(tokens)
        .containsExactly(
            Either.right(aScopedToken("scoped-1")), Either.right(aScopedToken("scoped-2")));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsRejectedByTheRequestThatItWasGivenFor(Door door) {
    var first = door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO);
    door.reject(auth, aFrontendApp(), anInterviewRequest(), first.get());
    var second = door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(List.of(first, second))
        .containsExactly(
            Either.right(aScopedToken("scoped-1")), Either.right(aScopedToken("scoped-2")));
    assertThat(serviceTokensExchanged())
        .containsExactly(aServiceToken("service-1"), aServiceToken("service-1"));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatWasReplacedIsNotRejectedAgain(Door door) {
    var first = door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO);
    door.reject(auth, aFrontendApp(), anInterviewRequest(), first.get());
    var second = door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO);
    door.reject(auth, aFrontendApp(), anInterviewRequest(), first.get());

    assertThat(door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO))
        .isEqualTo(second);
  }

  @ParameterizedTest
  @EnumSource
  void whenTheRequestsServiceTokenIsNoLongerKeptNothingIsRejectedAndNobodyAsked(Door door) {
    var token = door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO);
    door.reject(auth, anInterviewRequest(), aServiceToken("service-1"));

    door.reject(auth, aFrontendApp(), anInterviewRequest(), token.get());

    assertThat(door.scopedToken(auth, aFrontendApp(), aServiceToken("service-1"))).isEqualTo(token);
    assertThat(here.api.calls()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenOfAnotherRequestIsNotRejected(Door door) {
    var token = door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO);
    var another = door.delegate(auth, aFrontendApp(), aPartyRequest(), Duration.ZERO);

    door.reject(auth, aFrontendApp(), aPartyRequest(), token.get());

    assertThat(
            List.of(
                door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO),
                door.delegate(auth, aFrontendApp(), aPartyRequest(), Duration.ZERO)))
        .containsExactly(token, another);
  }

  @ParameterizedTest
  @EnumSource
  void sharingTheBackEndAppIsAnnouncedOnce(Door door) {
    FrontendApp shared = FrontendApp.sharedWithBackend(aBackendApp());

    var tokens =
        List.of(
            door.scopedToken(auth, shared, aServiceToken("service-1")),
            door.scopedToken(auth, shared, aServiceToken("service-1")));

    assertThat(tokens).containsOnly(Either.right(aScopedToken("scoped-1")));
    assertThat(here.events)
        .filteredOn(AppSharedWithBackend.class::isInstance)
        .containsExactly(new AppSharedWithBackend(shared.clientId()));
  }

  @ParameterizedTest
  @EnumSource
  void anAppOfItsOwnRaisesNoWarning(Door door) {
    var token = door.scopedToken(auth, aFrontendApp(), aServiceToken("service-1"));

    assertThat(token.isRight()).isTrue();
    assertThat(here.events).noneMatch(AppSharedWithBackend.class::isInstance);
  }

  private List<FrontendApp> appsThatExchanged() {
    return exchanges().map(ForScoped::app).toList();
  }

  private List<ServiceToken> serviceTokensExchanged() {
    return exchanges().map(ForScoped::serviceToken).toList();
  }

  private Stream<ForScoped> exchanges() {
    return here.api.calls().stream().filter(ForScoped.class::isInstance).map(ForScoped.class::cast);
  }
}
