package dev.partnerauth.cache;

import com.github.benmanes.caffeine.cache.Expiry;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;
import java.time.Duration;

/** An entry goes with its token, or sooner when nobody asks for it. */
final class TokenLife<T extends Token> implements Expiry<TokenName, CacheEntry<T>> {

  /**
   * A read prolongs an entry's stay only when this part of the idle time has gone: cheaper, and
   * exact enough.
   */
  private static final int PRECISION = 8;

  private static final Duration LONGEST_IDLE = Duration.ofDays(365);

  private final long idleNanos;

  TokenLife(Duration idle) {
    this.idleNanos = idle.compareTo(LONGEST_IDLE) > 0 ? LONGEST_IDLE.toNanos() : idle.toNanos();
  }

  @Override
  public long expireAfterCreate(TokenName name, CacheEntry<T> kept, long now) {
    return Math.min(idleNanos, Math.max(0, kept.servedOnNanos(now)));
  }

  @Override
  public long expireAfterUpdate(TokenName name, CacheEntry<T> kept, long now, long current) {
    return expireAfterCreate(name, kept, now);
  }

  @Override
  public long expireAfterRead(TokenName name, CacheEntry<T> kept, long now, long current) {
    long prolonged = expireAfterCreate(name, kept, now);
    return prolonged - current < idleNanos / PRECISION ? current : prolonged;
  }
}
