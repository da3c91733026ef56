package dev.partnerauth.cache;

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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for a flight with a deadline of its own. Giving up, or being interrupted or cancelled, ends
 * the waiting and not the flight.
 */
record Waiting(AuthRuntime runtime) {

  private static final AuthFailure TIMED_OUT = new TimedOut(Phase.WAITING, Facts.local());

  /** On this thread, which is parked without a lock. */
  <T> Either<AuthFailure, T> block(
      CompletableFuture<Either<AuthFailure, T>> landing, Duration limit) {
    try {
      return landing.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Either.left(TIMED_OUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Either.left(new Interrupted());
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    }
  }

  /** The answer comes on the runtime's executor, so that callers do not hold up each other. */
  <T> CompletableFuture<Either<AuthFailure, T>> later(
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

  private <T> void answer(
      CompletableFuture<Either<AuthFailure, T>> waiter, Either<AuthFailure, T> outcome) {
    try {
      runtime.executor().execute(() -> waiter.complete(outcome));
    } catch (RejectedExecutionException e) {
      waiter.complete(outcome);
    }
  }
}
