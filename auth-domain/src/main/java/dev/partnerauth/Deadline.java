package dev.partnerauth;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.Time;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One budget of time for several requests. */
record Deadline(Time time, long endNanos) {

  private static final Duration LONGEST = Duration.ofDays(365);

  /** A limit that clocks can be set to: "forever" is more nanoseconds than a long can count. */
  static Duration measurable(Duration limit) {
    if (limit.isNegative()) {
      return Duration.ZERO;
    }
    return limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
  }

  static Deadline in(Duration duration, Time time) {
    return new Deadline(time, time.nanos() + duration.toNanos());
  }

  /** Asks with what remains of the budget, or answers that nothing does. */
  <T> Either<AuthFailure, T> within(Function<Duration, Either<AuthFailure, T>> request) {
    Duration remaining = Duration.ofNanos(endNanos - time.nanos());
    return remaining.compareTo(Duration.ZERO) > 0
        ? request.apply(remaining)
        : Either.left(new TimedOut(Phase.WHOLE_CALL, Facts.local()));
  }

  /** Asks with what remains of the budget, or answers that nothing does. */
  <T> CompletionStage<Either<AuthFailure, T>> call(
      Function<Duration, CompletionStage<Either<AuthFailure, T>>> request) {
    return this.<CompletionStage<Either<AuthFailure, T>>>within(
            remaining -> Either.right(request.apply(remaining)))
        .getOrElseGet(failure -> CompletableFuture.completedFuture(Either.left(failure)));
  }
}
