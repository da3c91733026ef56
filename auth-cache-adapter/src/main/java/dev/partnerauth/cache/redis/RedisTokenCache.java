package dev.partnerauth.cache.redis;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.partnerauth.cache.CacheSettings;
import dev.partnerauth.cache.CaffeineTokenStore;
import dev.partnerauth.cache.RenewingTokenCache;
import dev.partnerauth.port.AuthRuntime;
import io.lettuce.core.RedisURI;
import java.time.Duration;

/**
 * A {@link RenewingTokenCache} that nodes share through Redis, for partners with many of them:
 * Redis 6 or later, a single server or one behind sentinels, no cluster.
 *
 * <p>Its user in Redis needs the keys and the channel that begin with the prefix, and the commands
 * {@code +@connection +eval +subscribe +publish +time +exists +del +type +pttl +pexpire +set +get
 * +getrange +strlen +zadd +zrevrange +zremrangebyscore +zremrangebyrank}.
 */
public final class RedisTokenCache {

  private RedisTokenCache() {}

  /**
   * With everything as {@link Builder} has it at first.
   *
   * @param uri any that Lettuce knows for a single server: with TLS, users, sentinels
   */
  public static Builder builder(RedisURI uri, KeyRing keyRing) {
    return new Builder(
        RedisDoor.copyOf(uri, uri.getTimeout()),
        keyRing,
        CacheSettings.standard(),
        CaffeineTokenStore.of(100_000, Duration.ofHours(1), StatsCounter::disabledStatsCounter),
        RedisSettings.standard(),
        AuthRuntime.system());
  }

  /** Immutable: each method gives another builder. */
  public static final class Builder {

    private final RedisURI uri;
    private final KeyRing keyRing;
    private final CacheSettings settings;
    private final CaffeineTokenStore near;
    private final RedisSettings redis;
    private final AuthRuntime runtime;

    private Builder(
        RedisURI uri,
        KeyRing keyRing,
        CacheSettings settings,
        CaffeineTokenStore near,
        RedisSettings redis,
        AuthRuntime runtime) {
      this.uri = uri;
      this.keyRing = keyRing;
      this.settings = settings;
      this.near = near;
      this.redis = redis;
      this.runtime = runtime;
    }

    /** When to renew and how to go on after failures; {@link CacheSettings#standard} at first. */
    public Builder settings(CacheSettings pace) {
      return new Builder(uri, keyRing, pace, near, redis, runtime);
    }

    /** Where this process keeps its tokens; 100,000 of each app and kind for an hour at first. */
    public Builder near(CaffeineTokenStore store) {
      return new Builder(uri, keyRing, settings, store, redis, runtime);
    }

    /**
     * What all names in Redis begin with; {@code partnerauth:} at first.
     *
     * @throws IllegalArgumentException unless it is 1 to 64 printable characters of ASCII
     */
    public Builder prefix(String text) {
      return with(redis.prefix(text));
    }

    /**
     * How long an answer of Redis is waited for, before this node goes on alone; 250 milliseconds
     * at first.
     *
     * @throws IllegalArgumentException when it is less than a millisecond
     */
    public Builder commandTimeout(Duration limit) {
      return with(redis.commandTimeout(limit));
    }

    /**
     * How long other nodes leave the asking to the one that began; 5 seconds at first. What the
     * token server usually takes, and a bit more.
     *
     * @throws IllegalArgumentException unless it is a millisecond to a minute
     */
    public Builder lease(Duration time) {
      return with(redis.lease(time));
    }

    /**
     * How often a node that waits for another looks whether there is a token, give or take a half;
     * every 50 milliseconds at first.
     *
     * @throws IllegalArgumentException when it is less than a millisecond
     */
    public Builder poll(Duration interval) {
      return with(redis.poll(interval));
    }

    /** Shares service tokens too; at first each node has its own. */
    public Builder shareServiceTokens() {
      return with(redis.serviceTokensToo());
    }

    /**
     * Whose timer and executor serve the connection; {@link AuthRuntime#system} at first. They must
     * outlive the store and reject nothing: without them it finds no way back to Redis. Events and
     * answers go by the runtime of the facade that they concern.
     */
    public Builder runtime(AuthRuntime surroundings) {
      return new Builder(uri, keyRing, settings, near, redis, surroundings);
    }

    private Builder with(RedisSettings changed) {
      return new Builder(uri, keyRing, settings, near, changed, runtime);
    }

    /** The cache. Connects in the background: Redis may be away. To be closed. */
    public RenewingTokenCache build() {
      return RenewingTokenCache.over(store(), settings);
    }

    /** The store alone, for another cache to keep its tokens in. To be closed. */
    public RedisTokenStore store() {
      return RedisTokenStore.connecting(uri, keyRing, near, redis, runtime);
    }
  }
}
