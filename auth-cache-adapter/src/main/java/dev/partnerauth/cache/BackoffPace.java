package dev.partnerauth.cache;

import dev.partnerauth.app.App;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Time;
import dev.partnerauth.refresh.Cooldown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to pause after each failure of a series. */
record BackoffPace(Cooldown cooldown, Time time, RandomGenerator random) {

  /** The series with another failure. */
  BackoffState after(
      Optional<BackoffState> series, AuthFailure failure, List<? extends App> presented) {
    return next(series, failure, presented, failure.retryAfter());
  }

  /** While a probe is under way the others wait for a pause, whatever the server asked for. */
  BackoffState probing(BackoffState due) {
    return next(Optional.of(due), due.failure(), due.credentials(), Optional.empty());
  }

  /** A series without an attempt for longer than the longest pause is over; a new one begins. */
  private BackoffState next(
      Optional<BackoffState> series,
      AuthFailure failure,
      List<? extends App> presented,
      Optional<Duration> retryAfter) {
    Moment now = Moment.now(time);
    Optional<BackoffState> lasting =
        series.filter(state -> !state.isDueAt(now.nanos() - cooldown.longest().toNanos()));
    Moment since = lasting.map(BackoffState::since).orElse(now);
    Duration failingFor = Duration.ofNanos(now.nanos() - since.nanos());
    return new BackoffState(
        failure,
        since,
        now,
        now.plus(cooldown.next(failingFor, jitter(), retryAfter)),
        List.copyOf(presented),
        lasting.filter(BackoffState::keysOwn).isPresent());
  }

  /**
   * Of the upper quarter: a server that was away for three seconds is found within another half.
   */
  private double jitter() {
    return random.nextDouble(0.75, 1);
  }
}
