package dev.partnerauth;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TEN_HOURS;
import static dev.partnerauth.Samples.aBackendApp;
import static dev.partnerauth.Samples.aFrontendApp;
import static dev.partnerauth.Samples.aFrontendAppWithItsNextSecret;
import static dev.partnerauth.Samples.aScopedToken;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.anOutage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.ScriptedApi.Call.ForScoped;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.event.AuthEvent.AppSharedWithBackend;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
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
                aFrontendApp(), aServiceToken("service-1"), PartnerAuth.STANDARD_DEADLINE));
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
  void appsWithOtherCredentialsDoNot(Door door) {
    var tokens =
        List.of(
            door.scopedToken(auth, aFrontendApp(), aServiceToken("service-1")),
            door.scopedToken(auth, aFrontendAppWithItsNextSecret(), aServiceToken("service-1")));

    assertThat(tokens)
        .containsExactly(
            Either.right(aScopedToken("scoped-1")), Either.right(aScopedToken("scoped-2")));
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
}
