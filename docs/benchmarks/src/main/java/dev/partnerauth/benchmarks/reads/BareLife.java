package dev.partnerauth.benchmarks.reads;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;

/** What the cache adapter tells Caffeine about a token that outlives its idle time. */
final class BareLife<K, V> implements Expiry<K, V> {

  private static final int PRECISION = 8;

  private final long idleNanos;

  BareLife(Duration idle) {
    this.idleNanos = idle.toNanos();
  }

  @Override
  public long expireAfterCreate(K key, V value, long now) {
    return idleNanos;
  }

  @Override
  public long expireAfterUpdate(K key, V value, long now, long current) {
    return idleNanos;
  }

  @Override
  public long expireAfterRead(K key, V value, long now, long current) {
    return idleNanos - current < idleNanos / PRECISION ? current : idleNanos;
  }
}
