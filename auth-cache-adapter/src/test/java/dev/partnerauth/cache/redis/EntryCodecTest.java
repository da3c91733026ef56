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
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntryCodecTest {

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
  void everythingThatIsKnownOfATokenIsReadAgain(Token token) throws UnreadableEntryException {
    SharedEntry written =
        new SharedEntry(token, Duration.ofMillis(123_456_789), Duration.ofMillis(-1));

    SharedEntry read = EntryCodec.entryOf(EntryCodec.contentOf(written));

    assertThat(List.of(factsOf(read.token()), read.remaining(), read.timeToLive()))
        .isEqualTo(List.of(factsOf(token), written.remaining(), written.timeToLive()));
  }

  /** Nodes of different releases share one Redis: other bytes need another version. */
  static Stream<Arguments> contents() {
    DelegatedPurpose purpose = new DelegatedPurpose("p", Claims.of(new InterviewId("i")));
    Instant obtained = Instant.ofEpochSecond(1, 3);
    TokenTimes times = TokenTimes.lasting(Duration.ofSeconds(2), obtained);
    String head = "01" + "0000000000000102" + "0000000000000101";
    String dates = "000000000000000100000003" + "000000000000000300000003";
    String interview = "0000000b" + "696e746572766965774964" + "0000000169";
    String delegates = "01" + "0000000170" + "00000001" + interview;
    return Stream.of(
        arguments(
            AccessToken.of("a", times.issuedAt(Instant.EPOCH), List.of("x", "ä")).get(),
            head
                + "01"
                + "0000000161"
                + dates
                + "01"
                + "00".repeat(12)
                + "00000002"
                + "0000000178"
                + "00000002c3a4"),
        arguments(
            ScopedAccessToken.of("b", times, List.of(), Optional.of(purpose)).get(),
            head + "03" + "0000000162" + dates + "00" + "00000000" + delegates),
        arguments(
            ServiceToken.issued("c", purpose, obtained, Instant.ofEpochSecond(4)).get(),
            head
                + "02"
                + "0000000163"
                + "000000000000000100000003"
                + "01"
                + "000000000000000400000000"
                + delegates));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void theBytesOfAVersionStayTheSame(Token token, String content) throws UnreadableEntryException {
    SharedEntry entry = new SharedEntry(token, Duration.ofMillis(258), Duration.ofMillis(257));

    String written = HexFormat.of().formatHex(EntryCodec.contentOf(entry));

    assertThat(written).isEqualTo(content);
    assertThat(factsOf(EntryCodec.entryOf(HexFormat.of().parseHex(content)).token()))
        .isEqualTo(factsOf(token));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void contentThatIsCutOffIsRefused(Token token) {
    byte[] whole = EntryCodec.contentOf(new SharedEntry(token, TEN_HOURS, TEN_HOURS));

    for (int length = 0; length < Math.min(whole.length, 1000); length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(UnreadableEntryException.class)
          .as("the first %s bytes", length)
          .isThrownBy(() -> EntryCodec.entryOf(cut));
    }
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void contentThatIsLongerIsRefused(Token token) {
    byte[] whole = EntryCodec.contentOf(new SharedEntry(token, TEN_HOURS, TEN_HOURS));

    assertThatExceptionOfType(UnreadableEntryException.class)
        .isThrownBy(() -> EntryCodec.entryOf(Arrays.copyOf(whole, whole.length + 1)));
  }

  /** Lengths and counts of two thousand million wherever one could stand. */
  @ParameterizedTest
  @MethodSource("tokens")
  void noNumberMakesAReaderReserveMemoryOrFailOtherwise(Token token) {
    byte[] whole = EntryCodec.contentOf(new SharedEntry(token, TEN_HOURS, TEN_HOURS));

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
      return EntryCodec.entryOf(content) != null;
    } catch (UnreadableEntryException e) {
      return !e.toString().contains(aDelegatedPurpose().name());
    }
  }
}
