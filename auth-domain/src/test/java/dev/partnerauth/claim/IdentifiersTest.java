package dev.partnerauth.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.partnerauth.violation.Violation;
import dev.partnerauth.violation.Violation.Blank;
import dev.partnerauth.violation.Violation.TooLong;
import io.vavr.control.Either;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifiersTest {

  /** A kind of identifier: how it is checked, and how it is made of a text that is promised. */
  record Kind(
      String field, Function<String, Either<Violation, ?>> of, Function<String, Object> promised) {}

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments(new Kind("interviewId", InterviewId::of, InterviewId::new)),
        arguments(new Kind("upid", Upid::of, Upid::new)),
        arguments(new Kind("partnerEndUserId", PartnerEndUserId::of, PartnerEndUserId::new)),
        arguments(new Kind("binderId", BinderId::of, BinderId::new)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aTextOfUpTo512CharactersIsAnIdentifier(Kind kind) {
    String text = "x".repeat(512);

    assertThat(kind.of().apply(text)).isEqualTo(Either.right(kind.promised().apply(text)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a513thCharacterIsRefusedUnderTheIdentifiersName(Kind kind) {
    assertThat(kind.of().apply("x".repeat(513)))
        .isEqualTo(Either.left(new TooLong(kind.field(), 513, 512)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aBlankIdentifierIsRefusedUnderItsName(Kind kind) {
    assertThat(kind.of().apply(" ")).isEqualTo(Either.left(new Blank(kind.field())));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whoeverPromisesAValidIdentifierMustKeepThePromise(Kind kind) {
    assertThatThrownBy(() -> kind.promised().apply(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(new Blank(kind.field()).describe());
  }

  @Test
  void thePartnersNameForItsEndUserDoesNotPrint() {
    assertThat(new PartnerEndUserId("jane@partner.example"))
        .hasToString("PartnerEndUserId[redacted]");
  }
}
