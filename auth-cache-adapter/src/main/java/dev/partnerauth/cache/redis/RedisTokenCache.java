package dev.partnerauth.cache.redis;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.partnerauth.cache.CacheSettings;
import dev.partnerauth.cache.CaffeineTokenStore;
import dev.partnerauth.cache.RenewingTokenCache;
import dev.partnerauth.port.AuthRuntime;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A {@link RenewingTokenCache} that nodes share through Redis, for partners with many of them:
 * Redis 6 or later, a single server or one behind sentinels. It does not talk to the nodes of a
 * Redis Cluster; all its names have the same hash tag, for a proxy that stands before one.
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
   *     for each environment: they share tokens with each other only. Not secret
   * @throws IllegalArgumentException unless the namespace is 1 to 64 letters, digits, dots,
   *     underscores and hyphens
   */
  public static Builder builder(RedisURI uri, String namespace, KeyRing keyRing) {
    return new Builder(
        RedisConnector.copyOf(uri, uri.getTimeout()), keyRing, RedisSettings.standard(namespace));
  }

  /** Immutable: each method returns another builder. */
  public static final class Builder {

    private final RedisURI uri;
    private final KeyRing keyRing;
    private RedisSettings redis;
    private SslOptions ssl = SslOptions.create();
    private CacheSettings settings = CacheSettings.standard();
    private CaffeineTokenStore near =
        CaffeineTokenStore.of(100_000, Duration.ofHours(1), StatsCounter::disabledStatsCounter);
    private AuthRuntime runtime = AuthRuntime.system();

    private Builder(RedisURI uri, KeyRing keyRing, RedisSettings redis) {
      this.uri = uri;
      this.keyRing = keyRing;
      this.redis = redis;
    }

    private Builder with(Consumer<Builder> change) {
      Builder changed = new Builder(uri, keyRing, redis);
      changed.ssl = ssl;
      changed.settings = settings;
      changed.near = near;
      changed.runtime = runtime;
      change.accept(changed);
      return changed;
    }

    /** When to renew and how to go on after failures; {@link CacheSettings#standard} at first. */
    public Builder settings(CacheSettings pace) {
      return with(changed -> changed.settings = pace);
    }

    /** Where this process keeps its tokens; 100,000 of each app and kind for an hour at first. */
    public Builder near(CaffeineTokenStore store) {
      return with(changed -> changed.near = store);
    }

    /**
     * How TLS is spoken, if the URI says that it is: whom to trust, and with which certificate; as
     * the JDK does at first.
     */
    public Builder sslOptions(SslOptions options) {
      return with(changed -> changed.ssl = options);
    }

    /**
     * How long an answer of Redis is waited for, before this node goes on alone; 250 milliseconds
     * at first.
     *
     * @throws IllegalArgumentException when it is less than a millisecond
     */
    public Builder commandTimeout(Duration limit) {
      return with(changed -> changed.redis = redis.commandTimeout(limit));
    }

    /**
     * How long other nodes leave the asking to the one that began; 5 seconds at first. What the
     * token server usually takes, and a bit more. The same for all nodes: one with a shorter time
     * does not wait for the others.
     *
     * @throws IllegalArgumentException unless it is a millisecond to a minute
     */
    public Builder lease(Duration time) {
      return with(changed -> changed.redis = redis.lease(time));
    }

    /**
     * How often a node that waits for another looks whether there is a token, give or take a half;
     * every 50 milliseconds at first.
     *
     * @throws IllegalArgumentException when it is less than a millisecond
     */
    public Builder poll(Duration interval) {
      return with(changed -> changed.redis = redis.poll(interval));
    }

    /** Shares service tokens too; at first each node has its own. */
    public Builder shareServiceTokens() {
      return with(changed -> changed.redis = redis.serviceTokensToo());
    }

    /**
     * Whose timer and executor serve the connection; {@link AuthRuntime#system} at first. They must
     * outlive the store and reject nothing: without them it finds no way back to Redis. Events and
     * answers go by the runtime of the facade that they concern.
     */
    public Builder runtime(AuthRuntime surroundings) {
      return with(changed -> changed.runtime = surroundings);
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
