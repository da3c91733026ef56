package dev.partnerauth.cache.oracle;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.Interrupted;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Delays;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How a caller gets its answer: at once, or when a flight has landed. Each has a deadline of its
 * own; giving up, or being interrupted or cancelled, ends the waiting and not the flight.
 *
 * @param <T> what the answer is about
 * @param <A> the form in which the caller gets it
 */
sealed interface Waiting<T, A> {

  AuthFailure TIMED_OUT = new TimedOut(Phase.WAITING, Facts.local());

  A atOnce(Either<AuthFailure, T> answer);

  A until(CompletableFuture<Either<AuthFailure, T>> landing, Duration limit);

  /** On the caller's thread, which is parked without a lock. */
  final class Blocking<T> implements Waiting<T, Either<AuthFailure, T>> {

    private static final Duration LONGEST = Duration.ofDays(365);

    @Override
    public Either<AuthFailure, T> atOnce(Either<AuthFailure, T> answer) {
      return answer;
    }

    @Override
    public Either<AuthFailure, T> until(
        CompletableFuture<Either<AuthFailure, T>> landing, Duration limit) {
      Duration measurable = limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
      try {
        return landing.get(measurable.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return Either.left(TIMED_OUT);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Either.left(new Interrupted());
      } catch (ExecutionException e) {
        throw new CompletionException(e.getCause());
      }
    }
  }

  /** By a stage that completes on the runtime's executor, so that callers do not hold up others. */
  record Later<T>(AuthRuntime runtime)
      implements Waiting<T, CompletionStage<Either<AuthFailure, T>>> {

    @Override
    public CompletionStage<Either<AuthFailure, T>> atOnce(Either<AuthFailure, T> answer) {
      return CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletionStage<Either<AuthFailure, T>> until(
        CompletableFuture<Either<AuthFailure, T>> landing, Duration limit) {
      if (landing.isDone()) {
        return landing.copy();
      }
      CompletableFuture<Either<AuthFailure, T>> waiter = new CompletableFuture<>();
      Delays.Pending deadline =
          runtime.delays().after(limit, () -> waiter.complete(Either.left(TIMED_OUT)));
      CompletionStage<Either<AuthFailure, T>> landed = landing;
      landed.thenAccept(
          outcome -> {
            deadline.cancel();
            answer(waiter, outcome);
          });
      return waiter;
    }

    private void answer(
        CompletableFuture<Either<AuthFailure, T>> waiter, Either<AuthFailure, T> outcome) {
      try {
        runtime.executor().execute(() -> waiter.complete(outcome));
      } catch (Throwable rejectedOrWorse) {
        waiter.complete(outcome);
      }
    }
  }
}
