package dev.partnerauth.cache;

import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.Token;
import java.time.Duration;

/** Makes entries of tokens that arrive: finds out how old each is, and when it is to be renewed. */
record EntryFactory<T extends Token>(CacheSettings settings, AuthRuntime runtime) {

  /** How far the two clocks may part during a request before the wall clock is not believed. */
  private static final Duration TOLERANCE = Duration.ofMillis(500);

  /**
   * From the server. The token's own time stamp tells its age exactly, but by the wall clock. If
   * that jumped meanwhile, the token is as old as the whole request by the other clock.
   */
  CacheEntry<T> issued(T token, Moment sent) {
    Duration taken = Duration.ofNanos(runtime.time().nanos() - sent.nanos());
    Duration byTheWall = Duration.between(sent.instant(), runtime.time().now());
    boolean jumped = byTheWall.minus(taken).abs().compareTo(TOLERANCE) > 0;
    Duration age = wallAge(token);
    return entry(token, jumped || age.isNegative() || age.compareTo(taken) > 0 ? taken : age);
  }

  /** From another node, whose time stamp is all there is. */
  CacheEntry<T> shared(T token) {
    Duration age = wallAge(token);
    return entry(token, age.isNegative() ? Duration.ZERO : age);
  }

  private Duration wallAge(T token) {
    return Duration.between(token.obtainedAt(), runtime.time().now());
  }

  /** Without an expiration it counts as dead: nothing tells when it is to be evicted. */
  private CacheEntry<T> entry(T token, Duration age) {
    return CacheEntry.of(
        token,
        token.lifetime().orElse(Duration.ZERO),
        runtime.time().nanos() - age.toNanos(),
        settings.refreshPolicy(),
        runtime.random().nextDouble());
  }
}
