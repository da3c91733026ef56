package dev.partnerauth.cache;

import java.util.List;

/**
 * The right to be the one attempt after a failure, which is sent once; or no such right, for an
 * attempt that follows no failure.
 *
 * @param taken what holds off the others until the attempt has ended
 */
record ProbePermit(List<Taken<?>> taken) {

  static final ProbePermit NONE = new ProbePermit(List.of());

  boolean isProbe() {
    return !taken.isEmpty();
  }

  /** The attempt was not made, or taught nothing: another one may probe. */
  void release() {
    taken.forEach(Taken::release);
  }

  /** A subject whose next attempt was postponed for the others. */
  record Taken<S>(Backoff<S> backoff, S subject, BackoffState before, BackoffState postponed) {

    void release() {
      backoff.replace(subject, postponed, before);
    }
  }
}
