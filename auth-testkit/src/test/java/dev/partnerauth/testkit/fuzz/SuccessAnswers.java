package dev.partnerauth.testkit.fuzz;

import static dev.partnerauth.testkit.fuzz.Shown.check;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.ProtocolFailure.ProtocolViolation;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKind;
import java.time.Duration;
import java.util.Optional;

/** Every answer that says success is a valid token, or a violation that gives nothing away. */
public final class SuccessAnswers {

  private SuccessAnswers() {}

  /** Loading classes takes seconds, which no input is to be blamed for. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(new byte[0]);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    AnswerScript script = AnswerScript.of(input);
    Splices splices = script.call().splices();
    if (Shown.spellsOut(input, splices.secrets())) {
      return;
    }
    script
        .call()
        .answeredWith(script.with(splices).answering(200))
        .peek(SuccessAnswers::isValid)
        .peekLeft(failure -> isViolation(failure, splices));
  }

  private static void isValid(Token token) {
    String text = token.reveal();
    check(!text.isBlank() && text.length() <= Token.MAXIMUM_LENGTH, "a text that can be a token's");
    check(text.length() < 16 || !token.toString().contains(text), "a token does not print itself");
    // A service token may be dead on arrival.
    Duration lifetime = token.lifetime().orElseThrow();
    check(
        !lifetime.isNegative() && (token.kind() == TokenKind.SERVICE || !lifetime.isZero()),
        "a token lives");
  }

  private static void isViolation(AuthFailure failure, Splices splices) {
    check(failure instanceof ProtocolViolation, "a success that does not fit is a violation");
    check(failure.facts().status().equals(Optional.of(200)), "the status as it came");
    Failures.areFitToBeShown(failure, splices);
  }
}
