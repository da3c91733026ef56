package dev.partnerauth.cache.redis;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a store uses Redis.
 *
 * @param prefix of all names in Redis: 1 to 64 printable characters of ASCII
 * @param commandTimeout how long an answer of Redis is waited for; above zero
 * @param lease how long other nodes wait for the one that asks; above zero, at most a minute
 * @param poll how often they look meanwhile; above zero
 * @param serviceTokens whether service tokens are shared too
 */
record RedisSettings(
    String prefix, Duration commandTimeout, Duration lease, Duration poll, boolean serviceTokens) {

  /** An entry is shared for no longer than that, and a rejection remembered. */
  static final Duration LONGEST = Duration.ofHours(12);

  static final Duration LONGEST_LEASE = Duration.ofMinutes(1);

  private static final Pattern PREFIX = Pattern.compile("[!-~]{1,64}");

  private static final RedisSettings STANDARD =
      new RedisSettings(
          "partnerauth:",
          Duration.ofMillis(250),
          Duration.ofSeconds(5),
          Duration.ofMillis(50),
          false);

  RedisSettings {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException("a prefix is 1 to 64 printable characters of ASCII");
    }
    if (isNothing(commandTimeout) || isNothing(lease) || isNothing(poll)) {
      throw new IllegalArgumentException(
          "commandTimeout, lease and poll must be at least a millisecond, not "
              + commandTimeout
              + ", "
              + lease
              + ", "
              + poll);
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

  static RedisSettings standard() {
    return STANDARD;
  }

  RedisSettings prefix(String text) {
    return new RedisSettings(text, commandTimeout, lease, poll, serviceTokens);
  }

  RedisSettings commandTimeout(Duration limit) {
    return new RedisSettings(prefix, limit, lease, poll, serviceTokens);
  }

  RedisSettings lease(Duration time) {
    return new RedisSettings(prefix, commandTimeout, time, poll, serviceTokens);
  }

  RedisSettings poll(Duration interval) {
    return new RedisSettings(prefix, commandTimeout, lease, interval, serviceTokens);
  }

  RedisSettings serviceTokensToo() {
    return new RedisSettings(prefix, commandTimeout, lease, poll, true);
  }
}
