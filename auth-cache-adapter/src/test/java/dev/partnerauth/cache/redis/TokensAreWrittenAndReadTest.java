package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Samples.NOW;
import static dev.partnerauth.cache.redis.Samples.TEN_HOURS;
import static dev.partnerauth.cache.redis.Samples.aDelegatedPurpose;
import static dev.partnerauth.cache.redis.Samples.aScopedToken;
import static dev.partnerauth.cache.redis.Samples.aServiceToken;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static dev.partnerauth.cache.redis.Samples.factsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokensAreWrittenAndReadTest {

  private static final TokenTimes TIMES = TokenTimes.lasting(TEN_HOURS, NOW);

  static Stream<Token> tokens() {
    return Stream.of(
        anAccessToken("access", TIMES.issuedAt(NOW.minusSeconds(3))),
        AccessToken.of("x".repeat(Token.MAXIMUM_LENGTH), TIMES, List.of()).get(),
        aServiceToken("service", NOW),
        ServiceToken.received("found", new TokenInspection.Opaque("no dots"), NOW).get(),
        aScopedToken("scoped", TIMES.issuedAt(NOW)),
        ScopedAccessToken.of("plain", TIMES, List.of(""), Optional.empty()).get());
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void everythingThatIsKnownOfATokenIsReadAgain(Token token) throws Unreadable {
    SharedToken written =
        new SharedToken(token, Duration.ofMillis(123_456_789), Duration.ofMillis(-1));

    SharedToken read = TokenReader.read(TokenWriter.write(written));

    assertThat(List.of(factsOf(read.token()), read.remaining(), read.timeToLive()))
        .isEqualTo(List.of(factsOf(token), written.remaining(), written.timeToLive()));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void whateverIsCutOffIsRefused(Token token) {
    byte[] whole = TokenWriter.write(new SharedToken(token, TEN_HOURS, TEN_HOURS));

    for (int length = 0; length < Math.min(whole.length, 1000); length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(Unreadable.class)
          .as("the first %s bytes", length)
          .isThrownBy(() -> TokenReader.read(cut));
    }
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void whateverIsAddedIsRefused(Token token) {
    byte[] whole = TokenWriter.write(new SharedToken(token, TEN_HOURS, TEN_HOURS));

    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> TokenReader.read(Arrays.copyOf(whole, whole.length + 1)));
  }

  /** Lengths and counts of two thousand million wherever one could stand. */
  @ParameterizedTest
  @MethodSource("tokens")
  void noNumberMakesAReaderReserveMemoryOrFailOtherwise(Token token) {
    byte[] whole = TokenWriter.write(new SharedToken(token, TEN_HOURS, TEN_HOURS));

    for (int at = 0; at < Math.min(whole.length, 1000); at++) {
      for (byte odd : new byte[] {Byte.MAX_VALUE, Byte.MIN_VALUE, -1}) {
        byte[] changed = whole.clone();
        Arrays.fill(changed, at, Math.min(at + 8, changed.length), odd);
        assertThat(isReadOrRefused(changed)).as("changed at %s to %s", at, odd).isTrue();
      }
    }
  }

  private static boolean isReadOrRefused(byte[] content) {
    try {
      return TokenReader.read(content) != null;
    } catch (Unreadable e) {
      return !e.toString().contains(aDelegatedPurpose().name());
    }
  }
}
