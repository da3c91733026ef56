package dev.partnerauth.http.bearer;

import dev.partnerauth.port.Time;
import dev.partnerauth.token.BearerToken;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets one token be rejected, and its successors only after a while: a platform that refuses every
 * token would else cost a token request for every call. Thread-safe.
 */
final class RejectionPace {

  private static final Duration BETWEEN_TOKENS = Duration.ofSeconds(10);

  private final Time time;
  private @Nullable BearerToken last;
  private long lastNanos;

  RejectionPace(Time time) {
    this.time = time;
  }

  /** Whether a token that the gateway refused is to be rejected now. */
  synchronized boolean allows(BearerToken refused) {
    long now = time.nanos();
    if (refused.equals(last)) {
      return true;
    }
    if (last != null && now - lastNanos < BETWEEN_TOKENS.toNanos()) {
      return false;
    }
    last = refused;
    lastNanos = now;
    return true;
  }
}
