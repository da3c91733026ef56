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
record Deadline(Time time, long endNanos, Budget budget) {

  private static final Duration LONGEST = Duration.ofDays(365);

  /** A limit that clocks can be set to: "forever" is more nanoseconds than a long can count. */
  static Duration measurable(Duration limit) {
    if (limit.isNegative()) {
      return Duration.ZERO;
    }
    return limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
  }

  static Deadline of(Budget budget, Time time) {
    return new Deadline(time, time.nanos() + budget.time().toNanos(), budget);
  }

  /** What remains: no time at all, once it is over. */
  Budget remaining() {
    long nanos = endNanos - time.nanos();
    return budget.within(Duration.ofNanos(Math.max(0, nanos)));
  }

  /** Asks with what remains of the budget, or answers that nothing does. */
  <T> CompletionStage<Either<AuthFailure, T>> call(
      Function<Budget, CompletionStage<Either<AuthFailure, T>>> request) {
    Budget remaining = remaining();
    return remaining.time().isZero()
        ? CompletableFuture.completedFuture(
            Either.left(new TimedOut(Phase.WHOLE_CALL, Facts.local())))
        : request.apply(remaining);
  }
}
