package dev.partnerauth.benchmarks.reads;

import dev.partnerauth.failure.AuthFailure;
import io.vavr.control.Either;
import java.time.Duration;

/** The least that a cache with an expiry can do: a volatile read and a look at the clock. */
final class Floor<T> {

  private record Held<T>(Either<AuthFailure, T> answer, long untilNanos) {}

  private volatile Held<T> held;

  Floor(T token, Duration life) {
    held = new Held<>(Either.right(token), System.nanoTime() + life.toNanos());
  }

  Either<AuthFailure, T> get() {
    Held<T> present = held;
    if (System.nanoTime() - present.untilNanos() >= 0) {
      throw new IllegalStateException("expired");
    }
    return present.answer();
  }
}
