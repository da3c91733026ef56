package dev.partnerauth.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextIsFitToBeShownTest {

  private static final String JWT =
      "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJyb2NrZXRsYXd5ZXIuY29tIn0";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid Client Credentials",
        "Access Token expired",
        "Missing or invalid grant_type",
        "none of the system roles are authorized to request Service Tokens",
        "Request is missing mandatory fields or contains non-acceptable fields for purpose or"
            + " purpose is invalid",
        "Invalid client id 12345 for api_client_id. Ask us",
        "supercalifragilisticexpialidocious-words-are-no-tokens"
      })
  void whatIsNoSecretStaysAsItIs(String message) {
    assertThat(shown(message)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        JWT + ".c2lnbmF0dXJl",
        JWT + ".",
        JWT,
        "0123456789abcdef0123456789abcdef",
        "aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd29ybGQ9"
      })
  void whatLooksLikeATokenIsNotShown(String token) {
    assertThat(shown("token " + token + " expired")).isEqualTo("token [redacted] expired");
  }

  @Test
  void twentyThreeCharactersAreNotYetAToken() {
    assertThat(shown("0123456789abcdef0123456")).isEqualTo("0123456789abcdef0123456");
  }

  @Test
  void twentyFourCharactersAre() {
    assertThat(shown("0123456789abcdef01234567")).isEqualTo("[redacted]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keymanagement.service.access_token_expired",
        "policies.ratelimit.SpikeArrestViolation",
        "request 42313c4d-11bb-414a-81a4-9fda067d1ae7 failed"
      })
  void codesAndUuidsAreShown(String message) {
    assertThat(shown(message)).isEqualTo(message);
  }

  @Test
  void whatWasSentInSecretDoesNotComeBack() {
    assertThat(ForeignText.of("client hush: no such hush, pst", List.of("hush", "pst")).text())
        .isEqualTo("client [redacted]: no such [redacted], [redacted]");
  }

  @Test
  void ofASecretThatBeginsLikeAnotherNothingIsLeft() {
    assertThat(ForeignText.of("no such hush-hush", List.of("hush", "hush-hush")).text())
        .isEqualTo("no such [redacted]");
  }

  @Test
  void anEmptySecretIsNone() {
    assertThat(ForeignText.of("no", List.of("")).text()).isEqualTo("no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\r\n\tb",
        "  a   b  ",
        "a\u0000b",
        "a\u001b b",
        "a\u007fb",
        "a\u0085b",
        "a\u009bb",
        "a\u2028b",
        "a\u2029b"
      })
  void aMessageIsOneLineWithoutControlCharacters(String message) {
    assertThat(shown(message)).isEqualTo("a b");
  }

  @Test
  void twoHundredCharactersAreShown() {
    String message = "no ".repeat(66) + "no";

    assertThat(shown(message)).isEqualTo(message).hasSize(200);
  }

  @Test
  void ofALongerMessageTheBeginningIsShown() {
    assertThat(shown("no ".repeat(66) + "now")).isEqualTo("no ".repeat(66) + "n…").hasSize(200);
  }

  @Test
  void aLongMessageIsNotCutThroughACharacter() {
    assertThat(shown("x ".repeat(99) + "😀yz")).isEqualTo("x ".repeat(99) + "…");
  }

  /** Whatever a proxy or an attacker sends: the message is made in no time, and never throws. */
  @Timeout(30)
  @ParameterizedTest
  @ValueSource(strings = {"a", "a.", "aaaaaaaa.", "a1", ".", "\n", "😀"})
  void aHugeMessageIsNoTrouble(String part) {
    String message = part.repeat(300_000);

    assertThatCode(() -> shown(message)).doesNotThrowAnyException();
  }

  @Test
  void messagesThatDifferHashApart() {
    assertThat(ForeignText.of("no", List.of()))
        .doesNotHaveSameHashCodeAs(ForeignText.of("yes", List.of()));
  }

  @Test
  void messagesAreEqualWhenTheyAreShownAlike() {
    ForeignText message = ForeignText.of("no  hush", List.of("hush"));
    ForeignText same = ForeignText.of("no [redacted]", List.of());

    assertThat(message)
        .isEqualTo(same)
        .hasSameHashCodeAs(same)
        .isNotEqualTo(ForeignText.of("no", List.of()))
        .isNotEqualTo(ForeignText.of("yes", List.of()))
        .isNotEqualTo("no [redacted]")
        .hasToString("no [redacted]");
  }

  private static String shown(String message) {
    return ForeignText.of(message, List.of()).text();
  }
}
