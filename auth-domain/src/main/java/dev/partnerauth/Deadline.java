package dev.partnerauth;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Time;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One budget for several requests: each is given what time remains of it. */
record Deadline(Time time, long endNanos, Budget.Tries tries) {

  private static final Duration LONGEST = Duration.ofDays(365);

  /** A limit that clocks can be set to: "forever" is more nanoseconds than a long can count. */
  static Duration measurable(Duration limit) {
    if (limit.isNegative()) {
      return Duration.ZERO;
    }
    return limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
  }

  static Deadline of(Budget budget, Time time) {
    return new Deadline(time, time.nanos() + budget.time().toNanos(), budget.tries());
  }

  /** Asks with what remains of the budget, or answers that nothing does. */
  <T> Either<AuthFailure, T> within(Function<Budget, Either<AuthFailure, T>> request) {
    Duration remaining = Duration.ofNanos(endNanos - time.nanos());
    return remaining.compareTo(Duration.ZERO) > 0
        ? request.apply(new Budget(remaining, tries))
        : Either.left(new TimedOut(Phase.WHOLE_CALL, Facts.local()));
  }

  /** Asks with what remains of the budget, or answers that nothing does. */
  <T> CompletionStage<Either<AuthFailure, T>> call(
      Function<Budget, CompletionStage<Either<AuthFailure, T>>> request) {
    return this.<CompletionStage<Either<AuthFailure, T>>>within(
            remaining -> Either.right(request.apply(remaining)))
        .getOrElseGet(failure -> CompletableFuture.completedFuture(Either.left(failure)));
  }
}
