package dev.partnerauth.cache.oracle;

import dev.partnerauth.token.TokenName;
import java.util.Optional;

/**
 * How an endpoint has been for all who ask there. One key that fails again and again must not pass
 * for an outage: once others succeed, its failures are its own, and while an endpoint is failing
 * the key that failed last lets others probe first. Thread-safe.
 */
final class EndpointHealth extends SetbackCell {

  private volatile Optional<Long> succeededNanos = Optional.empty();
  private volatile Optional<TokenName> failedLast = Optional.empty();
  private volatile boolean othersAsk;

  void succeeded(long nanos) {
    succeededNanos = Optional.of(nanos);
    if (get().isPresent()) {
      clear();
    }
  }

  /** Whether anybody succeeded since that moment. */
  boolean succeededSince(long nanos) {
    return succeededNanos.filter(success -> success - nanos >= 0).isPresent();
  }

  void failed(TokenName name, Setback latest) {
    failedLast = Optional.of(name);
    othersAsk = false;
    set(latest);
  }

  /** Somebody is held up. */
  void asked(TokenName name) {
    if (failedLast.filter(name::equals).isEmpty()) {
      othersAsk = true;
    }
  }

  /** What holds up this key: others are let through to probe when the next attempt is due. */
  Optional<Setback> holdingUp(TokenName name, long nanos) {
    return get()
        .filter(setback -> !setback.isDueAt(nanos) || letsOthersGoFirst(setback, name, nanos));
  }

  private boolean letsOthersGoFirst(Setback setback, TokenName name, long nanos) {
    return othersAsk
        && failedLast.filter(name::equals).isPresent()
        && !setback.isDueAt(nanos - headStart(setback));
  }

  private static long headStart(Setback setback) {
    return setback.nextAttemptNanos() - setback.attemptedNanos();
  }
}
