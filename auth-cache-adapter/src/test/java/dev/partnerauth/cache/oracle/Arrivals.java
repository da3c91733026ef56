package dev.partnerauth.cache.oracle;

import dev.partnerauth.cache.CacheSettings;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.Token;
import java.time.Duration;
import java.time.Instant;

/** Reckons how old a token is that arrives, and with it when it is to be renewed. */
record Arrivals<T extends Token>(CacheSettings settings, AuthRuntime runtime) {

  /** How far the two clocks may part during a request before the wall clock is not believed. */
  private static final Duration TOLERANCE = Duration.ofMillis(500);

  /** When a request went out, by both clocks. */
  record Departed(long nanos, Instant now) {}

  Departed departing() {
    return new Departed(runtime.time().nanos(), runtime.time().now());
  }

  /**
   * From the server. The token's own time stamp tells its age to the moment, but by the wall clock.
   * If that jumped meanwhile, the token is as old as the whole request by the other clock.
   */
  CacheEntry<T> issued(T token, Departed departed) {
    Duration taken = Duration.ofNanos(runtime.time().nanos() - departed.nanos());
    Duration byTheWall = Duration.between(departed.now(), runtime.time().now());
    boolean jumped = byTheWall.minus(taken).abs().compareTo(TOLERANCE) > 0;
    Duration age = wallAge(token);
    return kept(token, jumped || age.isNegative() || age.compareTo(taken) > 0 ? taken : age);
  }

  /** From another node, whose time stamp is all there is. */
  CacheEntry<T> shared(T token) {
    Duration age = wallAge(token);
    return kept(token, age.isNegative() ? Duration.ZERO : age);
  }

  private Duration wallAge(T token) {
    return Duration.between(token.obtainedAt(), runtime.time().now());
  }

  /** Without an expiration it counts as dead: nobody could tell when to let go of it. */
  private CacheEntry<T> kept(T token, Duration age) {
    return CacheEntry.of(
        token,
        token.lifetime().orElse(Duration.ZERO),
        runtime.time().nanos() - age.toNanos(),
        settings.refreshPolicy(),
        runtime.random().nextDouble());
  }
}
