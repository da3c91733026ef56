package dev.partnerauth.cache;

import dev.partnerauth.app.App;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.Time;
import dev.partnerauth.refresh.Cooldown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A series of failures: when it began, how it stands, and when the next attempt is due. Immutable.
 *
 * @param credentials what the failed attempt presented
 */
record Setback(
    AuthFailure failure,
    long sinceNanos,
    Instant since,
    long nextAttemptNanos,
    Instant nextAttempt,
    List<? extends App> credentials) {

  static Setback first(
      AuthFailure failure,
      List<? extends App> credentials,
      Time time,
      Cooldown cooldown,
      double jitter) {
    long nanos = time.nanos();
    Instant now = time.now();
    Duration wait = cooldown.next(Duration.ZERO, jitter, failure.retryAfter());
    return new Setback(
        failure, nanos, now, nanos + wait.toNanos(), now.plus(wait), List.copyOf(credentials));
  }

  /** The same series after another attempt. */
  Setback again(
      AuthFailure latest,
      List<? extends App> presented,
      Time time,
      Cooldown cooldown,
      double jitter) {
    long nanos = time.nanos();
    Duration wait =
        cooldown.next(Duration.ofNanos(nanos - sinceNanos), jitter, latest.retryAfter());
    return new Setback(
        latest,
        sinceNanos,
        since,
        nanos + wait.toNanos(),
        time.now().plus(wait),
        List.copyOf(presented));
  }

  /** The same, with the next attempt due when that much time has passed at the earliest. */
  Setback notBefore(Duration wait, Time time) {
    long earliest = time.nanos() + wait.toNanos();
    return isDueAt(earliest)
        ? new Setback(failure, sinceNanos, since, earliest, time.now().plus(wait), credentials)
        : this;
  }

  boolean isDueAt(long nanos) {
    return nanos - nextAttemptNanos >= 0;
  }

  RenewalTrouble trouble() {
    return new RenewalTrouble(since, failure, nextAttempt);
  }
}
