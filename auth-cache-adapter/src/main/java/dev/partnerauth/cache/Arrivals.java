package dev.partnerauth.cache;

import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.Token;
import java.time.Duration;

/** Reckons how old a token is that arrives, and with it when it is to be renewed. */
record Arrivals<T extends Token>(CacheSettings settings, AuthRuntime runtime) {

  /**
   * From the server. The token's own time stamp tells its age to the moment, but by the wall clock,
   * which may have jumped: what the request took by the other clock is the most that it can be.
   */
  Kept<T> issued(T token, long askedAtNanos) {
    Duration age = wallAge(token);
    Duration atMost = Duration.ofNanos(runtime.time().nanos() - askedAtNanos);
    return kept(token, age.isNegative() || age.compareTo(atMost) > 0 ? atMost : age);
  }

  /** From another node, whose time stamp is all there is. */
  Kept<T> shared(T token) {
    Duration age = wallAge(token);
    return kept(token, age.isNegative() ? Duration.ZERO : age);
  }

  private Duration wallAge(T token) {
    return Duration.between(token.obtainedAt(), runtime.time().now());
  }

  /** Without an expiration it counts as dead: nobody could tell when to let go of it. */
  private Kept<T> kept(T token, Duration age) {
    return Kept.of(
        token,
        token.lifetime().orElse(Duration.ZERO),
        runtime.time().nanos() - age.toNanos(),
        settings.refreshPolicy(),
        runtime.random().nextDouble());
  }
}
