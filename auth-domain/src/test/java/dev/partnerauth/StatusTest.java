package dev.partnerauth;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TEN_HOURS;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.anOutage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.SharedStoreState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTest {

  private static final Optional<Instant> NEVER = Optional.empty();
  private static final Optional<Instant> IN_TEN_HOURS = Optional.of(NOW.plus(TEN_HOURS));

  private final Surroundings here = new Surroundings();
  private final PartnerAuth auth = here.cached();

  @ParameterizedTest
  @EnumSource
  void beforeTheFirstCallNothingIsKnownAndNobodyIsAsked(Door door) {
    assertThat(door.status(auth))
        .isEqualTo(
            new AuthStatus(
                aClientId(), NEVER, NEVER, Optional.empty(), NEVER, NEVER, SharedStoreState.NONE));
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
                NEVER,
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
                NEVER,
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
                NEVER,
                SharedStoreState.NONE));
  }

  @ParameterizedTest
  @EnumSource
  void theCacheTellsWhenItTriesAgainAndHowItsSharedStoreIs(Door door) {
    here.cache.hasTrouble(new RenewalTrouble(NOW, anOutage(), NOW.plusSeconds(5)));
    here.cache.sharesItsStore(SharedStoreState.LOST);

    assertThat(door.status(auth))
        .isEqualTo(
            new AuthStatus(
                aClientId(),
                NEVER,
                NEVER,
                Optional.empty(),
                NEVER,
                Optional.of(NOW.plusSeconds(5)),
                SharedStoreState.LOST));
  }

  @ParameterizedTest
  @EnumSource
  void withoutACacheThereIsNoTroubleAndNoSharedStore(Door door) {
    assertThat(door.status(here.uncached()))
        .isEqualTo(
            new AuthStatus(
                aClientId(), NEVER, NEVER, Optional.empty(), NEVER, NEVER, SharedStoreState.NONE));
  }
}
