package dev.partnerauth.testkit.fuzz;

import static dev.partnerauth.testkit.fuzz.Shown.check;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.ProtocolFailure.ProtocolViolation;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;
import java.util.Optional;

/** Every answer that does not say success is a typed failure that gives nothing away. */
public final class ErrorAnswers {

  private ErrorAnswers() {}

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
    int status = script.status() == 200 ? 299 : script.status();

    Either<AuthFailure, Token> outcome =
        script.call().answeredWith(script.with(splices).answering(status));

    check(outcome.isLeft(), "no token without a 200");
    AuthFailure failure = outcome.getLeft();
    check(!(failure instanceof ProtocolViolation), "nothing said success");
    check(failure.facts().status().equals(Optional.of(status)), "the status as it came");
    Failures.areFitToBeShown(failure, splices);
  }
}
