package dev.partnerauth;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TEN_HOURS;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.anOutage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.SharedStoreState;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {

  private static final Optional<Instant> NEVER = Optional.empty();
  private static final Optional<RenewalTrouble> NONE = Optional.empty();
  private static final Optional<Instant> IN_TEN_HOURS = Optional.of(NOW.plus(TEN_HOURS));

  private static final ForAccessToken ACCESS_TOKEN = new ForAccessToken(aClientId());

  private final Surroundings here = new Surroundings();
  private final PartnerAuth auth = here.cached();

  @ParameterizedTest
  @EnumSource
  void beforeTheFirstCallNothingIsKnownAndNobodyIsAsked(Door door) {
    assertThat(door.status(auth))
        .isEqualTo(
            new AuthStatus(
                aClientId(), NEVER, NEVER, Optional.empty(), NEVER, NONE, SharedStoreState.NONE));
    assertThat(here.api.calls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessOfAnyKindIsRememberedAndTheAccessTokensExpiration(Door door) {
    here.api.eachCallTakes(Duration.ofSeconds(1));

    var token = door.serviceToken(auth, anInterviewRequest());

    assertThat(token.isRight()).isTrue();
    assertThat(door.status(auth))
        .isEqualTo(
            new AuthStatus(
                aClientId(),
                Optional.of(NOW.plusSeconds(2)),
                IN_TEN_HOURS,
                Optional.empty(),
                NEVER,
                NONE,
                SharedStoreState.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void aFailureIsRememberedBesideTheLastSuccess(Door door) {
    here.api.refusesService(anOutage());

    var refused = door.serviceToken(auth, anInterviewRequest());

    assertThat(refused.isLeft()).isTrue();
    assertThat(door.status(auth))
        .isEqualTo(
            new AuthStatus(
                aClientId(),
                Optional.of(NOW),
                IN_TEN_HOURS,
                Optional.of(anOutage()),
                Optional.of(NOW),
                NONE,
                SharedStoreState.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void aLaterSuccessDoesNotHideTheFailure(Door door) {
    here.api.refusesAccess(anOutage());

    var outcomes = List.of(door.accessToken(auth), door.accessToken(auth));

    assertThat(outcomes.get(0).isLeft()).isTrue();
    assertThat(door.status(auth))
        .isEqualTo(
            new AuthStatus(
                aClientId(),
                Optional.of(NOW),
                IN_TEN_HOURS,
                Optional.of(anOutage()),
                Optional.of(NOW),
                NONE,
                SharedStoreState.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void theCacheTellsItsTroubleAndHowItsSharedStoreIs(Door door) {
    RenewalTrouble trouble = new RenewalTrouble(NOW, anOutage(), NOW.plusSeconds(5));
    here.cache.hasTrouble(ACCESS_TOKEN, trouble);
    here.cache.sharesItsStore(SharedStoreState.LOST);

    assertThat(door.status(auth))
        .isEqualTo(
            new AuthStatus(
                aClientId(),
                NEVER,
                NEVER,
                Optional.empty(),
                NEVER,
                Optional.of(trouble),
                SharedStoreState.LOST));
  }

  @ParameterizedTest
  @EnumSource
  void theExpirationIsThatOfTheTokenWhichIsServedWhoeverObtainedIt(Door door) {
    TokenTimes times = TokenTimes.lasting(Duration.ofHours(9), NOW);

    var token = door.accessToken(auth);
    here.cache.finds(ACCESS_TOKEN, anAccessToken("another-nodes", times));

    assertThat(token.isRight()).isTrue();
    assertThat(door.status(auth))
        .isEqualTo(
            new AuthStatus(
                aClientId(),
                Optional.of(NOW),
                Optional.of(times.expiresAt()),
                Optional.empty(),
                NEVER,
                NONE,
                SharedStoreState.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void whenNoneIsServedTheExpirationIsThatOfTheTokenIssuedLast(Door door) {
    var token = door.accessToken(auth);
    door.reject(auth, token.get());

    assertThat(door.status(auth))
        .isEqualTo(
            new AuthStatus(
                aClientId(),
                Optional.of(NOW),
                IN_TEN_HOURS,
                Optional.empty(),
                NEVER,
                NONE,
                SharedStoreState.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatCannotBeRenewedIsToldWithItsTrouble(Door door) {
    RenewalTrouble trouble = new RenewalTrouble(NOW, anOutage(), NOW.plusSeconds(5));
    here.cache.hasTrouble(ACCESS_TOKEN, trouble);

    var token = door.accessToken(auth);

    assertThat(token.isRight()).isTrue();
    assertThat(door.status(auth))
        .isEqualTo(
            new AuthStatus(
                aClientId(),
                Optional.of(NOW),
                IN_TEN_HOURS,
                Optional.empty(),
                NEVER,
                Optional.of(trouble),
                SharedStoreState.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void troubleWithAServiceTokenIsNotTheAccessTokens(Door door) {
    here.cache.hasTrouble(
        new ForServiceToken(aClientId(), anInterviewRequest()),
        new RenewalTrouble(NOW, anOutage(), NOW.plusSeconds(5)));

    assertThat(door.status(auth).renewalTrouble()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void withoutACacheThereIsNoTroubleAndNoSharedStore(Door door) {
    assertThat(door.status(here.uncached()))
        .isEqualTo(
            new AuthStatus(
                aClientId(), NEVER, NEVER, Optional.empty(), NEVER, NONE, SharedStoreState.NONE));
  }
}
