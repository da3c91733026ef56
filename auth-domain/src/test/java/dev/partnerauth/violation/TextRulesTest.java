package dev.partnerauth.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.violation.Violation.Blank;
import dev.partnerauth.violation.Violation.Malformed;
import dev.partnerauth.violation.Violation.TooLong;
import io.vavr.control.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

  private static final FieldRule RULE = new FieldRule("upid", 8);

  @ParameterizedTest
  @ValueSource(strings = {"a", "12345678", "a b", "äöü", "{\"}"})
  void aPrintableTextOfAtMostTheGreatestLengthIsTaken(String text) {
    assertThat(RULE.check(text)).isEqualTo(Either.right(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "         "})
  void nothingButWhiteSpaceIsBlank(String text) {
    assertThat(RULE.check(text)).isEqualTo(Either.left(new Blank("upid")));
  }

  @Test
  void oneCharacterTooManyIsTooLong() {
    assertThat(RULE.check("123456789")).isEqualTo(Either.left(new TooLong("upid", 9, 8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "ab\r", "a\u001fb", "a\u007fb", "a\u0085b"})
  void controlCharactersAreRefused(String text) {
    assertThat(RULE.check(text))
        .isEqualTo(
            Either.left(
                new Malformed("upid", "contains control characters", "printable characters")));
  }

  @ParameterizedTest
  @ValueSource(strings = {" a", "a ", " a "})
  void whiteSpaceAroundTheValueIsRefused(String text) {
    assertThat(RULE.check(text))
        .isEqualTo(
            Either.left(
                new Malformed("upid", "begins or ends with white space", "the bare value")));
  }

  @Test
  void aPromisedTextIsGivenBack() {
    assertThat(RULE.require("a")).isEqualTo("a");
  }

  @Test
  void aBrokenPromiseIsThrownWithoutTheText() {
    assertThatThrownBy(() -> RULE.require("hush\u0000"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("upid contains control characters. Use printable characters.");
  }
}
