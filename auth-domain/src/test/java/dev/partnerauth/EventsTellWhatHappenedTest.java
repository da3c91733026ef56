package dev.partnerauth;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TEN_HOURS;
import static dev.partnerauth.Samples.TWO_HOURS;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.aFrontendApp;
import static dev.partnerauth.Samples.aRequestThatEndedYesterday;
import static dev.partnerauth.Samples.aScopedToken;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.anOutage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.ClockSkewObserved;
import dev.partnerauth.event.AuthEvent.DeadOnArrival;
import dev.partnerauth.event.AuthEvent.ExpirationDiffers;
import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.event.AuthEvent.TokenIssued;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import dev.partnerauth.token.TokenLabel;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTellWhatHappenedTest {

  private static final TokenLabel ACCESS = new ForAccessToken(aClientId()).label();
  private static final TokenLabel SERVICE =
      new ForServiceToken(aClientId(), anInterviewRequest()).label();

  private final Surroundings here = new Surroundings();

  @ParameterizedTest
  @EnumSource
  void everyTokenThatIsIssuedIsAnnounced(Door door) {
    var token = door.delegate(here.cached(), aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(token.isRight()).isTrue();
    assertThat(here.events)
        .containsExactly(
            issued(ACCESS, anAccessToken("access-1")),
            issued(SERVICE, aServiceToken("service-1")),
            issued(
                new ForScopedAccessToken(aFrontendApp().clientId(), aServiceToken("service-1"))
                    .label(),
                aScopedToken("scoped-1")));
  }

  @ParameterizedTest
  @EnumSource
  void theTimeThatATokenTookIncludesWhatHadToBeObtainedFirst(Door door) {
    here.api.eachCallTakes(Duration.ofSeconds(1));

    var token = door.serviceToken(here.cached(), anInterviewRequest());

    assertThat(token.isRight()).isTrue();
    assertThat(here.events)
        .containsExactly(
            issued(ACCESS, anAccessToken("access-1"), Duration.ofSeconds(1)),
            issued(SERVICE, aServiceToken("service-1"), Duration.ofSeconds(2)));
  }

  @ParameterizedTest
  @EnumSource
  void theTimeThatAFailureTookIsTold(Door door) {
    here.api.eachCallTakes(Duration.ofSeconds(1)).refusesAccess(anOutage());

    var refused = door.accessToken(here.cached());

    assertThat(refused.isLeft()).isTrue();
    assertThat(here.events)
        .containsExactly(new IssueFailed(ACCESS, anOutage(), Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatIsServedAgainIsNoNews(Door door) {
    PartnerAuth auth = here.cached();

    var tokens = List.of(door.accessToken(auth), door.accessToken(auth));

    assertThat(tokens).hasSize(2);
    assertThat(here.events).containsExactly(issued(ACCESS, anAccessToken("access-1")));
  }

  @ParameterizedTest
  @EnumSource
  void aFailureIsAnnouncedForEveryTokenThatIsNotIssuedForIt(Door door) {
    here.api.refusesAccess(anOutage());

    var refused = door.serviceToken(here.cached(), anInterviewRequest());

    assertThat(refused.isLeft()).isTrue();
    assertThat(here.events)
        .containsExactly(
            new IssueFailed(ACCESS, anOutage(), Duration.ZERO),
            new IssueFailed(SERVICE, anOutage(), Duration.ZERO));
  }

  @ParameterizedTest
  @EnumSource
  void aRequestThatIsRefusedHereIsAnnouncedToo(Door door) {
    var refused = door.serviceToken(here.cached(), aRequestThatEndedYesterday());

    assertThat(here.events)
        .containsExactly(
            new IssueFailed(
                new ForServiceToken(aClientId(), aRequestThatEndedYesterday()).label(),
                refused.getLeft(),
                Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(longs = {-30_001, 30_001, 3_600_000})
  void aServersClockThatIsMoreThanThirtySecondsApartIsAnnounced(long serverAheadMillis) {
    Duration serverAhead = Duration.ofMillis(serverAheadMillis);
    here.api.issuesAccess(issuedAt(NOW.plus(serverAhead)));

    var token = here.uncached().accessToken();

    assertThat(here.events)
        .containsExactly(
            issued(ACCESS, token.get()), new ClockSkewObserved(aClientId(), serverAhead));
  }

  @ParameterizedTest
  @ValueSource(longs = {-30_000, -1, 0, 30_000})
  void thirtySecondsApartNobodyNeedsToHearOf(long serverAheadMillis) {
    here.api.issuesAccess(issuedAt(NOW.plusMillis(serverAheadMillis)));

    var token = here.uncached().accessToken();

    assertThat(here.events).containsExactly(issued(ACCESS, token.get()));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatHadExpiredWhenItArrivedIsHandedOutAndAnnounced(Door door) {
    Instant elapsed = NOW.plusSeconds(1);
    TokenTimes times = TokenTimes.lasting(Duration.ofSeconds(1), NOW);
    here.api.eachCallTakes(Duration.ofSeconds(1)).issuesAccess(anAccessToken("dead", times));

    var token = door.accessToken(here.uncached());

    assertThat(here.events)
        .containsExactly(
            issued(ACCESS, token.get(), Duration.ofSeconds(1)),
            new DeadOnArrival(ACCESS, token.get().digest(), elapsed));
  }

  @ParameterizedTest
  @EnumSource
  void aServiceTokenThatIsDeadOnArrivalIsHandedOutAndAnnouncedForAllThatIsOdd(Door door) {
    Instant yearsAgo = Instant.parse("2021-12-23T06:22:22Z");
    ServiceToken dead = aServiceToken("dead", yearsAgo);
    here.api.issuesService(dead);

    var token = door.serviceToken(here.uncached(), anInterviewRequest());

    assertThat(token.get()).isEqualTo(dead);
    assertThat(here.events)
        .containsExactly(
            issued(ACCESS, anAccessToken("access-1")),
            new ExpirationDiffers(SERVICE, NOW.plus(TWO_HOURS), yearsAgo),
            issued(SERVICE, dead),
            new DeadOnArrival(SERVICE, dead.digest(), yearsAgo));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1})
  void anExpirationThatWasNotAskedForIsAnnounced(long secondsOff) {
    Instant answered = NOW.plus(TWO_HOURS).plusSeconds(secondsOff);
    here.api.issuesService(aServiceToken("service-1", answered));

    var token = here.uncached().serviceToken(anInterviewRequest());

    assertThat(token.isRight()).isTrue();
    assertThat(here.events).contains(new ExpirationDiffers(SERVICE, NOW.plus(TWO_HOURS), answered));
  }

  private static AuthEvent issued(TokenLabel label, Token token) {
    return issued(label, token, Duration.ZERO);
  }

  private static AuthEvent issued(TokenLabel label, Token token, Duration elapsed) {
    return new TokenIssued(label, token.digest(), token.expiration(), elapsed);
  }

  private static AccessToken issuedAt(Instant serverTime) {
    return anAccessToken("access-1", TokenTimes.lasting(TEN_HOURS, NOW).issuedAt(serverTime));
  }
}
