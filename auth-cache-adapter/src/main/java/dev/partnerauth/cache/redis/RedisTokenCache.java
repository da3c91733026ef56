package dev.partnerauth.cache.redis;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.partnerauth.cache.CacheSettings;
import dev.partnerauth.cache.CaffeineTokenStore;
import dev.partnerauth.cache.RenewingTokenCache;
import dev.partnerauth.port.AuthRuntime;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.time.Duration;

/**
 * A {@link RenewingTokenCache} that nodes share through Redis, for partners with many of them:
 * Redis 6 or later, a single server or one behind sentinels. It does not talk to the nodes of a
 * Redis Cluster; all its names have the same hash tag, for whatever proxy stands before one.
 *
 * <p>Its user in Redis needs the keys <code>~{partnerauth:NAMESPACE}:*</code>, the channel <code>
 * &amp;{partnerauth:NAMESPACE}:rejections</code>, and the commands {@code +@connection +eval
 * +subscribe +publish +time +exists +del +type +pttl +pexpire +set +get +getrange +strlen +zadd
 * +zrevrange +zremrangebyscore +zremrangebyrank}.
 *
 * <p>Lettuce prints the commands that it sends, and with them the password, when its logging is
 * switched to {@code TRACE}; do not switch it on.
 *
 * @since 0.1.0
 */
public final class RedisTokenCache {

  private RedisTokenCache() {}

  /**
   * With everything as {@link Builder} has it at first.
   *
   * @param uri any that Lettuce knows for a single server: with TLS, users, sentinels
   * @param namespace the same for all nodes that ask the same server with the same rights, another
   *     for each environment: they share tokens, and nobody else does. Not secret
   * @throws IllegalArgumentException unless the namespace is 1 to 64 letters, digits, dots,
   *     underscores and hyphens
   */
  public static Builder builder(RedisURI uri, String namespace, KeyRing keyRing) {
    return new Builder(
        RedisConnector.copyOf(uri, uri.getTimeout()),
        SslOptions.create(),
        keyRing,
        CacheSettings.standard(),
        CaffeineTokenStore.of(100_000, Duration.ofHours(1), StatsCounter::disabledStatsCounter),
        RedisSettings.standard(namespace),
        AuthRuntime.system());
  }

  /** Immutable: each method gives another builder. */
  public static final class Builder {

    private final RedisURI uri;
    private final SslOptions ssl;
    private final KeyRing keyRing;
    private final CacheSettings settings;
    private final CaffeineTokenStore near;
    private final RedisSettings redis;
    private final AuthRuntime runtime;

    private Builder(
        RedisURI uri,
        SslOptions ssl,
        KeyRing keyRing,
        CacheSettings settings,
        CaffeineTokenStore near,
        RedisSettings redis,
        AuthRuntime runtime) {
      this.uri = uri;
      this.ssl = ssl;
      this.keyRing = keyRing;
      this.settings = settings;
      this.near = near;
      this.redis = redis;
      this.runtime = runtime;
    }

    /** When to renew and how to go on after failures; {@link CacheSettings#standard} at first. */
    public Builder settings(CacheSettings pace) {
      return new Builder(uri, ssl, keyRing, pace, near, redis, runtime);
    }

    /** Where this process keeps its tokens; 100,000 of each app and kind for an hour at first. */
    public Builder near(CaffeineTokenStore store) {
      return new Builder(uri, ssl, keyRing, settings, store, redis, runtime);
    }

    /**
     * How TLS is spoken, if the URI says that it is: whom to trust, and with which certificate; as
     * the JDK does at first.
     */
    public Builder sslOptions(SslOptions options) {
      return new Builder(uri, options, keyRing, settings, near, redis, runtime);
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
     * token server usually takes, and a bit more. The same for all nodes: one with a shorter time
     * does not wait for the others.
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
      return new Builder(uri, ssl, keyRing, settings, near, redis, surroundings);
    }

    private Builder with(RedisSettings changed) {
      return new Builder(uri, ssl, keyRing, settings, near, changed, runtime);
    }

    /** The cache. Connects in the background: Redis may be away. To be closed. */
    public RenewingTokenCache build() {
      return RenewingTokenCache.over(store(), settings);
    }

    /** The store alone, for another cache to keep its tokens in. To be closed. */
    public RedisTokenStore store() {
      return RedisTokenStore.connecting(uri, ssl, keyRing, near, redis, runtime);
    }
  }
}
