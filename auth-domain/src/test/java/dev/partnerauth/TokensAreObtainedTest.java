package dev.partnerauth;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TWO_HOURS;
import static dev.partnerauth.Samples.aBackendApp;
import static dev.partnerauth.Samples.aFrontendApp;
import static dev.partnerauth.Samples.aRequestThatEndedYesterday;
import static dev.partnerauth.Samples.aScopedToken;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.anOutage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.ScriptedApi.Call.ForAccess;
import dev.partnerauth.ScriptedApi.Call.ForScoped;
import dev.partnerauth.ScriptedApi.Call.ForService;
import dev.partnerauth.failure.CallerFailure.InvalidServiceTokenRequest;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation.ExpirationInThePast;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensAreObtainedTest {

  private static final Budget BUDGET = Budget.of(PartnerAuth.STANDARD_DEADLINE);

  private final Surroundings here = new Surroundings();
  private final DatedServiceTokenRequest dated =
      new DatedServiceTokenRequest(anInterviewRequest(), NOW.plus(TWO_HOURS));

  @ParameterizedTest
  @EnumSource
  void anAccessTokenIsAskedForWithTheBackEndApp(Door door) {
    var token = door.accessToken(here.uncached());

    assertThat(token).isEqualTo(Either.right(anAccessToken("access-1")));
    assertThat(here.api.calls()).containsExactly(new ForAccess(aBackendApp(), BUDGET));
  }

  @ParameterizedTest
  @EnumSource
  void withoutACacheEveryCallAsks(Door door) {
    PartnerAuth auth = here.uncached();

    var tokens = List.of(door.accessToken(auth), door.accessToken(auth));

    assertThat(tokens)
        .containsExactly(
            Either.right(anAccessToken("access-1")), Either.right(anAccessToken("access-2")));
  }

  @ParameterizedTest
  @EnumSource
  void aCachedAccessTokenIsUsedAgainUntilItIsRejected(Door door) {
    PartnerAuth auth = here.cached();

    var first = door.accessToken(auth);
    var second = door.accessToken(auth);
    door.reject(auth, first.get());
    var third = door.accessToken(auth);

    assertThat(List.of(first, second, third))
        .containsExactly(
            Either.right(anAccessToken("access-1")),
            Either.right(anAccessToken("access-1")),
            Either.right(anAccessToken("access-2")));
  }

  @ParameterizedTest
  @EnumSource
  void aServiceTokenIsAskedForWithAnAccessToken(Door door) {
    var token = door.serviceToken(here.uncached(), anInterviewRequest());

    assertThat(token).isEqualTo(Either.right(aServiceToken("service-1")));
    assertThat(here.api.calls())
        .containsExactly(
            new ForAccess(aBackendApp(), BUDGET),
            new ForService(anAccessToken("access-1"), dated, BUDGET));
  }

  @ParameterizedTest
  @EnumSource
  void aCachedAccessTokenServesManyServiceTokens(Door door) {
    PartnerAuth auth = here.cached();

    var token = door.accessToken(auth);
    var serviceToken = door.serviceToken(auth, anInterviewRequest());
    var anotherServiceToken = door.serviceToken(auth, Samples.aPartyRequest());

    assertThat(List.of(token, serviceToken, anotherServiceToken)).allMatch(Either::isRight);
    assertThat(here.api.calls())
        .extracting(Object::getClass)
        .isEqualTo(List.of(ForAccess.class, ForService.class, ForService.class));
  }

  @ParameterizedTest
  @EnumSource
  void aCachedServiceTokenIsUsedAgainUntilItIsRejected(Door door) {
    PartnerAuth auth = here.cached();

    var first = door.serviceToken(auth, anInterviewRequest());
    var second = door.serviceToken(auth, anInterviewRequest());
    door.reject(auth, anInterviewRequest(), first.get());
    var third = door.serviceToken(auth, anInterviewRequest());

    assertThat(List.of(first, second, third))
        .containsExactly(
            Either.right(aServiceToken("service-1")),
            Either.right(aServiceToken("service-1")),
            Either.right(aServiceToken("service-2")));
  }

  @ParameterizedTest
  @EnumSource
  void anInvalidRequestIsRefusedBeforeAnythingIsSent(Door door) {
    var refused = door.serviceToken(here.uncached(), aRequestThatEndedYesterday());

    assertThat(refused)
        .isEqualTo(
            Either.left(
                new InvalidServiceTokenRequest(
                    InvalidRequest.because(
                        new ExpirationInThePast(NOW.minus(Duration.ofDays(1)), NOW)))));
    assertThat(here.api.calls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnAccessTokenThereIsNoServiceToken(Door door) {
    here.api.refusesAccess(anOutage());

    var refused = door.serviceToken(here.cached(), anInterviewRequest());

    assertThat(refused).isEqualTo(Either.left(anOutage()));
    assertThat(here.api.calls()).containsExactly(new ForAccess(aBackendApp(), BUDGET));
  }

  @ParameterizedTest
  @EnumSource
  void aServiceTokenIsExchangedByTheFrontEndAppAlone(Door door) {
    var token = door.scopedToken(here.uncached(), aFrontendApp(), aServiceToken("from-outside"));

    assertThat(token).isEqualTo(Either.right(aScopedToken("scoped-1")));
    assertThat(here.api.calls())
        .containsExactly(new ForScoped(aFrontendApp(), aServiceToken("from-outside"), BUDGET));
  }

  @ParameterizedTest
  @EnumSource
  void aServiceTokenThatLooksExpiredHereIsSentAllTheSame(Door door) {
    ServiceToken expired = aServiceToken("from-outside", NOW.minusSeconds(1));

    var token = door.scopedToken(here.uncached(), aFrontendApp(), expired);

    assertThat(token).isEqualTo(Either.right(aScopedToken("scoped-1")));
  }

  @ParameterizedTest
  @EnumSource
  void aCachedScopedTokenIsUsedAgainUntilItIsRejected(Door door) {
    PartnerAuth auth = here.cached();
    ServiceToken serviceToken = aServiceToken("from-outside");

    var first = door.scopedToken(auth, aFrontendApp(), serviceToken);
    var second = door.scopedToken(auth, aFrontendApp(), serviceToken);
    door.reject(auth, aFrontendApp(), serviceToken, first.get());
    var third = door.scopedToken(auth, aFrontendApp(), serviceToken);

    assertThat(List.of(first, second, third))
        .containsExactly(
            Either.right(aScopedToken("scoped-1")),
            Either.right(aScopedToken("scoped-1")),
            Either.right(aScopedToken("scoped-2")));
  }

  @Test
  void bothFacadesShareTheirTokens() {
    PartnerAuth auth = here.cached();

    var tokens = List.of(Door.ASYNCHRONOUS.accessToken(auth), Door.BLOCKING.accessToken(auth));

    assertThat(tokens).containsOnly(Either.right(anAccessToken("access-1")));
  }

  @Test
  void theSurroundingsAreTheSystemsUnlessTheyAreGiven() {
    PartnerAuth auth = PartnerAuth.of(here.api, aBackendApp(), TokenCache.none());

    assertThat(auth.accessToken()).isEqualTo(Either.right(anAccessToken("access-1")));
  }
}
