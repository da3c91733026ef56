package dev.partnerauth.http;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.port.Budget;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Whether a failed request is sent again, and when. A token request may be repeated, since several
 * tokens may live at once (contract section 1). Thread-safe.
 */
final class Retries {

  private final CallSettings settings;
  private final RandomGenerator random;
  private final RetryBudget budget;

  Retries(CallSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
    this.budget = new RetryBudget(settings.extraTraffic());
  }

  /** A call begins. */
  void callBegins() {
    budget.callBegins();
  }

  /**
   * How long to pause before the next request; nothing when there shall be none: waiting cannot
   * mend the failure, the tries are used up, the deadline comes first, or too many calls fail
   * already.
   *
   * @param remaining how long the pause must not be: what is left of the call's time, less what a
   *     request needs
   */
  Optional<Duration> pauseAfter(AuthFailure failure, Attempt attempt, Duration remaining) {
    boolean mayRepeat =
        failure.retryable()
            && attempt.budget().tries() == Budget.Tries.SEVERAL
            && attempt.number() < settings.tries();
    if (!mayRepeat) {
      return Optional.empty();
    }
    Duration pause =
        failure.retryAfter().orElse(Duration.ZERO).plus(randomPartOf(backoff(attempt.number())));
    return pause.compareTo(remaining) < 0 && budget.spend() ? Optional.of(pause) : Optional.empty();
  }

  /** Doubles with every failed request, up to its limit. */
  private Duration backoff(int failed) {
    Duration longest = settings.longestPause();
    Duration pause = settings.firstPause();
    for (int i = 1; i < failed && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }

  /** All of it is left to chance, so that those who failed together do not return together. */
  private Duration randomPartOf(Duration longest) {
    return Duration.ofNanos(random.nextLong(longest.toNanos() + 1));
  }
}
