package dev.partnerauth.cache.oracle;

import dev.partnerauth.app.App;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A series of failures: when it began, how it stands, and when the next attempt is due. Immutable.
 *
 * @param attemptedNanos when the latest attempt ended, or a probe was let through
 * @param credentials what the failed attempt presented
 * @param keysOwn whether the key failed while the endpoint was well for others
 */
record Setback(
    AuthFailure failure,
    long sinceNanos,
    Instant since,
    long attemptedNanos,
    long nextAttemptNanos,
    Instant nextAttempt,
    List<? extends App> credentials,
    boolean keysOwn) {

  /** The first of a series. */
  static Setback first(
      AuthFailure failure, List<? extends App> credentials, Time time, Duration wait) {
    long nanos = time.nanos();
    Instant now = time.now();
    return new Setback(
        failure,
        nanos,
        now,
        nanos,
        nanos + wait.toNanos(),
        now.plus(wait),
        List.copyOf(credentials),
        false);
  }

  /** The same series after another attempt. */
  Setback again(AuthFailure latest, List<? extends App> presented, Time time, Duration wait) {
    long nanos = time.nanos();
    return new Setback(
        latest,
        sinceNanos,
        since,
        nanos,
        nanos + wait.toNanos(),
        time.now().plus(wait),
        List.copyOf(presented),
        keysOwn);
  }

  /** The same, with the next attempt due when that much time has passed at the earliest. */
  Setback notBefore(Duration wait, Time time) {
    long earliest = time.nanos() + wait.toNanos();
    return isDueAt(earliest) ? dueAt(earliest, time.now().plus(wait)) : this;
  }

  /** The same, with the next attempt due now. */
  Setback due(Time time) {
    return dueAt(time.nanos(), time.now());
  }

  private Setback dueAt(long nanos, Instant moment) {
    return new Setback(
        failure, sinceNanos, since, attemptedNanos, nanos, moment, credentials, keysOwn);
  }

  /** The same, held against the key alone. */
  Setback asTheKeysOwn() {
    return new Setback(
        failure,
        sinceNanos,
        since,
        attemptedNanos,
        nextAttemptNanos,
        nextAttempt,
        credentials,
        true);
  }

  boolean isDueAt(long nanos) {
    return nanos - nextAttemptNanos >= 0;
  }

  Duration failingFor(long nanos) {
    return Duration.ofNanos(nanos - sinceNanos);
  }

  RenewalTrouble trouble() {
    return new RenewalTrouble(since, failure, nextAttempt);
  }
}
