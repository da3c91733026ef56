package dev.partnerauth.token;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.aScopedToken;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.interviewDelegated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokensDieTest {

  private static final Duration ONE_HOUR = Duration.ofHours(1);
  private static final Instant IN_AN_HOUR = NOW.plus(ONE_HOUR);
  private static final TokenTimes TIMES = TokenTimes.lasting(ONE_HOUR, NOW);

  @Test
  void everyTokenIsDeadFromItsExpirationOnAndNotBefore() {
    List<Instant> moments = List.of(NOW, IN_AN_HOUR.minusNanos(1), IN_AN_HOUR, Instant.MAX);
    List<Token> tokens =
        List.of(
            anAccessToken("a", TIMES), aServiceToken("b", IN_AN_HOUR), aScopedToken("c", TIMES));

    List<List<Boolean>> dead =
        tokens.stream().map(token -> moments.stream().map(token::isExpiredAt).toList()).toList();

    assertThat(dead).containsOnly(List.of(false, false, true, true));
  }

  @Test
  void aTokenOfUnknownExpirationIsNotKnownToBeDead() {
    ServiceToken token =
        ServiceToken.received("hush", new TokenInspection.Opaque("no dots"), NOW).get();

    assertThat(List.of(token.isExpiredAt(Instant.MAX), token.expiration(), token.lifetime()))
        .isEqualTo(List.of(false, Optional.empty(), Optional.empty()));
  }

  @Test
  void aLifetimeLastsFromTheMomentOfObtainingToTheExpiration() {
    assertThat(
            Stream.of(
                    anAccessToken("a", TIMES),
                    aServiceToken("b", IN_AN_HOUR),
                    aScopedToken("c", TIMES))
                .map(Token::lifetime))
        .containsOnly(Optional.of(ONE_HOUR));
  }

  @Test
  void aTokenThatWasDeadOnArrivalHasNoLifetimeRatherThanANegativeOne() {
    assertThat(aServiceToken("hush", NOW.minusSeconds(1)).lifetime()).contains(Duration.ZERO);
  }

  @Test
  void anAccessTokenExpiresAfterItWasObtained() {
    assertThatThrownBy(() -> new TokenTimes(NOW, NOW, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an access token expires after it was obtained");
  }

  @Test
  void theServersTimeStampDoesNotMoveTheExpiry() {
    Instant yearsAgo = Instant.parse("2021-10-13T15:56:40Z");

    assertThat(TIMES.issuedAt(yearsAgo))
        .isEqualTo(new TokenTimes(NOW, IN_AN_HOUR, Optional.of(yearsAgo)));
  }

  @Test
  void withoutAServersTimeStampThereIsNone() {
    assertThat(TIMES).isEqualTo(new TokenTimes(NOW, IN_AN_HOUR, Optional.empty()));
  }

  @Test
  void aReceivedServiceTokenKnowsWhatItsInspectionCouldRead() {
    TokenInspection inspection =
        InspectionSamples.serviceTokenUntil(IN_AN_HOUR, interviewDelegated());

    ServiceToken token = ServiceToken.received("hush", inspection, NOW).get();

    assertThat(List.of(token.obtainedAt(), token.expiration(), token.delegates()))
        .isEqualTo(List.of(NOW, Optional.of(IN_AN_HOUR), Optional.of(interviewDelegated())));
  }

  @Test
  void aRestoredServiceTokenKnowsAllThatWasKnownBefore() {
    ServiceToken before =
        ServiceToken.issued("hush", interviewDelegated(), NOW, NOW.minusSeconds(1)).get();

    ServiceToken token =
        ServiceToken.restored(
                before.reveal(), before.obtainedAt(), before.expiration(), before.delegates())
            .get();

    assertThat(token).isEqualTo(before);
    assertThat(List.of(token.obtainedAt(), token.expiration(), token.delegates()))
        .isEqualTo(List.of(before.obtainedAt(), before.expiration(), before.delegates()));
  }

  @Test
  void anIssuedServiceTokenTakesTheAnswersExpirationAndTheRequestsPurpose() {
    ServiceToken token = ServiceToken.issued("hush", interviewDelegated(), NOW, IN_AN_HOUR).get();

    assertThat(List.of(token.obtainedAt(), token.expiration(), token.delegates()))
        .isEqualTo(List.of(NOW, Optional.of(IN_AN_HOUR), Optional.of(interviewDelegated())));
  }

  @Test
  void bearerTokensKeepTheirTimesAndTheProductsOfTheirApp() {
    List<String> products = new ArrayList<>(List.of("rocketdoc", "binders"));
    AccessToken general = AccessToken.of("a", TIMES, products).get();
    ScopedAccessToken scoped =
        ScopedAccessToken.of("b", TIMES, products, Optional.of(interviewDelegated())).get();

    products.clear();

    assertThat(Stream.of(general, scoped).map(TokensDieTest::timesAndProducts))
        .containsOnly(
            List.of(
                TIMES, NOW, IN_AN_HOUR, Optional.of(IN_AN_HOUR), List.of("rocketdoc", "binders")));
  }

  @Test
  void aScopedTokenSaysWhatItWasScopedTo() {
    assertThat(aScopedToken("hush").delegates()).contains(interviewDelegated());
  }

  @Test
  void theHeaderSaysBearerWhateverTheAnswerCalledTheType() {
    assertThat(List.of(anAccessToken("a"), aScopedToken("b")))
        .extracting(BearerToken::authorizationHeader)
        .containsExactly("Bearer a", "Bearer b");
  }

  private static List<Object> timesAndProducts(BearerToken token) {
    return List.of(
        token.times(),
        token.obtainedAt(),
        token.expiresAt(),
        token.expiration(),
        token.apiProducts());
  }
}
