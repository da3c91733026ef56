package dev.partnerauth.cache;

import dev.partnerauth.app.App;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.RenewalTrouble;
import java.time.Duration;
import java.util.List;

/**
 * A series of failures: when it began, the latest of them, and when the next attempt is due.
 *
 * @param attempted when the latest attempt ended, or a probe was permitted
 * @param credentials what the failed attempt presented
 * @param keysOwn whether the key failed while the endpoint served others
 */
record BackoffState(
    AuthFailure failure,
    Moment since,
    Moment attempted,
    Moment nextAttempt,
    List<? extends App> credentials,
    boolean keysOwn) {

  boolean isDueAt(long nanos) {
    return nextAttempt.isReachedAt(nanos);
  }

  /** The time between the latest attempt and the next one. */
  Duration pause() {
    return Duration.ofNanos(nextAttempt.nanos() - attempted.nanos());
  }

  BackoffState nextAttempt(Moment due) {
    return new BackoffState(failure, since, attempted, due, credentials, keysOwn);
  }

  BackoffState notBefore(Moment earliest) {
    return isDueAt(earliest.nanos()) ? nextAttempt(earliest) : this;
  }

  BackoffState asTheKeysOwn() {
    return new BackoffState(failure, since, attempted, nextAttempt, credentials, true);
  }

  RenewalTrouble trouble() {
    return new RenewalTrouble(since.instant(), failure, nextAttempt.instant());
  }
}
