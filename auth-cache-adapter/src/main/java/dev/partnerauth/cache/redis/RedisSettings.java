package dev.partnerauth.cache.redis;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a store uses Redis.
 *
 * @param namespace of the nodes that share tokens: 1 to 64 letters, digits, dots, underscores and
 *     hyphens
 * @param commandTimeout how long an answer of Redis is waited for; above zero
 * @param lease how long other nodes wait for the one that asks; above zero, at most a minute
 * @param poll how often they look meanwhile; above zero
 * @param serviceTokens whether service tokens are shared too
 */
record RedisSettings(
    String namespace,
    Duration commandTimeout,
    Duration lease,
    Duration poll,
    boolean serviceTokens) {

  /** An entry is shared for no longer than that. */
  static final Duration LONGEST = Duration.ofHours(12);

  /** No token is known to live longer, so no rejection is remembered for longer. */
  static final Duration LONGEST_MEMORY = Duration.ofDays(400);

  static final Duration LONGEST_LEASE = Duration.ofMinutes(1);

  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  RedisSettings {
    if (!NAMESPACE.matcher(namespace).matches()) {
      throw new IllegalArgumentException(
          "a namespace is 1 to 64 letters, digits, dots, underscores and hyphens");
    }
    if (isNothing(commandTimeout) || isNothing(lease) || isNothing(poll)) {
      throw new IllegalArgumentException(
          "commandTimeout, lease and poll must be at least a millisecond, not %s, %s, %s"
              .formatted(commandTimeout, lease, poll));
    }
    if (lease.compareTo(LONGEST_LEASE) > 0) {
      throw new IllegalArgumentException("a lease lasts at most a minute, not " + lease);
    }
  }

  private static boolean isNothing(Duration duration) {
    return duration.toMillis() < 1;
  }

  static Duration atMostLongest(Duration life) {
    return life.compareTo(LONGEST) > 0 ? LONGEST : life;
  }

  static Duration atMostRemembered(Duration life) {
    return life.compareTo(LONGEST_MEMORY) > 0 ? LONGEST_MEMORY : life;
  }

  static RedisSettings standard(String namespace) {
    return new RedisSettings(
        namespace, Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofMillis(50), false);
  }

  RedisSettings commandTimeout(Duration limit) {
    return new RedisSettings(namespace, limit, lease, poll, serviceTokens);
  }

  RedisSettings lease(Duration time) {
    return new RedisSettings(namespace, commandTimeout, time, poll, serviceTokens);
  }

  RedisSettings poll(Duration interval) {
    return new RedisSettings(namespace, commandTimeout, lease, interval, serviceTokens);
  }

  RedisSettings serviceTokensToo() {
    return new RedisSettings(namespace, commandTimeout, lease, poll, true);
  }
}
