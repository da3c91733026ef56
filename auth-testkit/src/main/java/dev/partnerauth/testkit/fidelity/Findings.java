package dev.partnerauth.testkit.fidelity;

import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fidelity.Finding.Confirmed;
import dev.partnerauth.testkit.fidelity.Finding.Contradicted;
import io.vavr.control.Either;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Answers, compared with what was expected. */
final class Findings {

  private Findings() {}

  static Finding granted(Either<Finding, Answer> came) {
    return expected(answer -> answer.token().isPresent(), came);
  }

  static Finding refused(Refusal refusal, Either<Finding, Answer> came) {
    return expected(answer -> answer.is(refusal), came);
  }

  static Finding status(int status, Either<Finding, Answer> came) {
    return expected(answer -> answer.status() == status, came);
  }

  private static Finding expected(Predicate<Answer> expectation, Either<Finding, Answer> came) {
    return came.fold(
        nothing -> nothing, answer -> compared(expectation.test(answer), answer.told()));
  }

  static Finding compared(boolean asExpected, String came) {
    return asExpected ? new Confirmed() : new Contradicted(came);
  }

  /** Each is asked only when those before it are confirmed; the first that is not tells. */
  static Finding all(Stream<Step> steps) {
    return steps
        .map(Step::told)
        .filter(finding -> !(finding instanceof Confirmed))
        .findFirst()
        .orElseGet(Confirmed::new);
  }

  /** One of several requests that a row is about. */
  record Step(String sent, Supplier<Finding> exchange) {

    private Finding told() {
      Finding finding = exchange.get();
      return finding instanceof Contradicted contradicted
          ? new Contradicted(contradicted.came() + " to " + sent)
          : finding;
    }
  }
}
