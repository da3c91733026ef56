package dev.partnerauth.token;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TEN_HOURS;
import static dev.partnerauth.Samples.interviewDelegated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerauth.violation.Violation;
import dev.partnerauth.violation.Violation.Blank;
import dev.partnerauth.violation.Violation.Malformed;
import dev.partnerauth.violation.Violation.TooLong;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenTextsAreCheckedTest {

  private static final TokenTimes TIMES = TokenTimes.lasting(TEN_HOURS, NOW);

  /** A way to a token: the field that its violations name, and what makes it of a text. */
  record Way(String field, Function<String, Either<Violation, ? extends Token>> of) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("access_token", text -> AccessToken.of(text, TIMES, List.of())),
          new Way(
              "access_token",
              text -> ScopedAccessToken.of(text, TIMES, List.of(), Optional.empty())),
          new Way("token", text -> ServiceToken.issued(text, interviewDelegated(), NOW, NOW)),
          new Way(
              "service token",
              text -> ServiceToken.received(text, new TokenInspection.Opaque("no dots"), NOW)),
          new Way(
              "service token",
              text -> ServiceToken.restored(text, NOW, Optional.empty(), Optional.empty())));

  @ParameterizedTest
  @FieldSource("WAYS")
  void everyCharacterThatRfc6749AllowsIsTaken(Way way) {
    String all =
        IntStream.rangeClosed(0x20, 0x7e)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    assertThat(way.of().apply(all).map(Token::reveal)).isEqualTo(Either.right(all));
  }

  static Stream<Arguments> waysAndOtherCharacters() {
    return WAYS.stream()
        .flatMap(
            way ->
                Stream.of("\u0000", "\n", "\r", "\u001f", "\u007f", "\u0085", "ä", "€", "😀")
                    .map(character -> arguments(way, character)));
  }

  @ParameterizedTest
  @MethodSource("waysAndOtherCharacters")
  void anyOtherCharacterIsRefusedWithoutRepeatingTheText(Way way, String character) {
    assertThat(way.of().apply("hu" + character + "sh"))
        .isEqualTo(
            Either.left(
                new Malformed(
                    way.field(),
                    "contains characters that no token has",
                    "the token exactly as it was issued")));
  }

  @ParameterizedTest
  @FieldSource("WAYS")
  void sixteenKibibytesAreNotTooMany(Way way) {
    assertThat(way.of().apply("x".repeat(16_384)).isRight()).isTrue();
  }

  @ParameterizedTest
  @FieldSource("WAYS")
  void oneCharacterMoreIsTooMany(Way way) {
    assertThat(way.of().apply("x".repeat(16_385)))
        .isEqualTo(Either.left(new TooLong(way.field(), 16_385, 16_384)));
  }

  @ParameterizedTest
  @FieldSource("WAYS")
  void anEmptyTextIsNoToken(Way way) {
    assertThat(List.of(way.of().apply(""), way.of().apply("  ")))
        .isEqualTo(
            List.of(Either.left(new Blank(way.field())), Either.left(new Blank(way.field()))));
  }
}
