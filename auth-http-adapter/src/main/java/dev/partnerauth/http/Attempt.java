package dev.partnerauth.http;

import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One of the requests that a call sends.
 *
 * @param number counted from 1
 * @param begunNanos when the call began, by {@link Time#nanos}
 * @param budget the whole call's
 * @param call what the caller holds, who may cancel it
 */
record Attempt(int number, long begunNanos, Budget budget, CompletableFuture<?> call) {

  static Attempt first(Budget budget, Time time, CompletableFuture<?> call) {
    return new Attempt(1, time.nanos(), budget, call);
  }

  Attempt next() {
    return new Attempt(number + 1, begunNanos, budget, call);
  }

  /** Since the call began. */
  Duration elapsed(Time time) {
    return Duration.ofNanos(Math.max(0, time.nanos() - begunNanos));
  }

  /** Whether the call's time is up, so that no answer could come in time. */
  boolean isTooLate(Time time) {
    return remaining(time).compareTo(Duration.ZERO) <= 0;
  }

  /** Whether its answer would reach nobody. */
  boolean isInVain(Time time) {
    return call.isDone() || isTooLate(time);
  }

  /** What is left for this request; zero or less when nothing is. */
  Duration remaining(Time time) {
    return budget.time().minus(elapsed(time));
  }
}
