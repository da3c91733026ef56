package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Samples.NOW;
import static dev.partnerauth.cache.redis.Samples.aScopedToken;
import static dev.partnerauth.cache.redis.Samples.aServiceToken;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static dev.partnerauth.cache.redis.Samples.factsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each token was obtained at {@code NOW} by the clock of its node, and lives two hours. */
class ClocksOfNodesDifferTest {

  private static final Duration LIFE = Duration.ofHours(2);
  private static final TokenTimes TIMES = TokenTimes.lasting(LIFE, NOW).issuedAt(NOW);

  static Stream<Token> tokens() {
    return Stream.of(
        anAccessToken("access", TIMES),
        aServiceToken("service", NOW),
        aScopedToken("scoped", TIMES));
  }

  private static Optional<Token> read(Token token, Instant now, Duration left)
      throws UnreadableEntryException {
    return SharedEntry.of(token, LIFE).readAt(now, left);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void amongClocksThatAgreeATokenIsReadAsItWasWritten(Token token) throws UnreadableEntryException {
    Optional<Token> read =
        read(token, NOW.plus(Duration.ofHours(1)), Duration.ofHours(1).minusMillis(300));

    assertThat(read.map(Samples::factsOf)).contains(factsOf(token));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void aWriterWhoseClockIsAheadDoesNotProlongATokensLife(Token token)
      throws UnreadableEntryException {
    Instant here = NOW.minus(Duration.ofMinutes(10));

    Optional<Token> read = read(token, here, LIFE);

    assertThat(read.flatMap(Token::expiration)).contains(here.plus(LIFE));
    assertThat(read.flatMap(Token::lifetime)).contains(LIFE);
    assertThat(read).contains(token);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void aTokenThatIsDeadByTheLocalClockIsNotRead(Token token) throws UnreadableEntryException {
    assertThat(read(token, NOW.plus(LIFE), Duration.ofMinutes(30))).isEmpty();
  }

  @Test
  void aTokenThatIsDeadByTheClockOfRedisIsNotRead() throws UnreadableEntryException {
    assertThat(read(anAccessToken("access", TIMES), NOW, Duration.ZERO)).isEmpty();
  }

  @Test
  void ofALongerLifeRedisSeesOnlyTheFirstTwelveHours() throws UnreadableEntryException {
    TokenTimes days = TokenTimes.lasting(Duration.ofDays(2), NOW);
    SharedEntry shared = SharedEntry.of(anAccessToken("long", days), Duration.ofDays(2));

    Optional<Token> read =
        shared.readAt(NOW.minus(Duration.ofHours(3)), Duration.ofHours(12).minusHours(1));

    assertThat(shared.timeToLive()).isEqualTo(Duration.ofHours(12));
    assertThat(read.flatMap(Token::expiration))
        .contains(NOW.minus(Duration.ofHours(3)).plus(Duration.ofHours(47)));
  }

  @Test
  void anEntryThatWasPutBackWithMoreTimeToLiveThanItHadIsUnreadable() {
    AccessToken token = anAccessToken("access", TIMES);

    assertThatExceptionOfType(UnreadableEntryException.class)
        .isThrownBy(() -> read(token, NOW, LIFE.plusMinutes(2)));
  }

  @Test
  void anEntryThatWasPutBackAfterTwelveHoursIsNotRead() throws UnreadableEntryException {
    TokenTimes year = TokenTimes.lasting(Duration.ofDays(365), NOW);
    SharedEntry shared = SharedEntry.of(anAccessToken("long", year), Duration.ofDays(365));
    Duration left = Duration.ofHours(11);

    assertThat(shared.readAt(NOW.plus(Duration.ofHours(12)), left)).isPresent();
    assertThat(shared.readAt(NOW.plus(Duration.ofHours(12)).plusSeconds(61), left)).isEmpty();
  }
}
