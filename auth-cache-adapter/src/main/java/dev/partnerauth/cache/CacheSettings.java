package dev.partnerauth.cache;

import dev.partnerauth.refresh.Cooldown;
import dev.partnerauth.refresh.RefreshPolicy;
import java.time.Duration;

/**
 * How a cache renews.
 *
 * @param refreshPolicy when a token is renewed and how long it is served
 * @param cooldown how long a failing server is left alone
 * @param flightLimit how long a request for a token may take at most, however long those who wait
 *     for it are willing to; above zero, an hour at most
 * @param remembered how many failures of single keys, and how many rejected tokens, are remembered
 *     at most; above zero
 */
public record CacheSettings(
    RefreshPolicy refreshPolicy, Cooldown cooldown, Duration flightLimit, int remembered) {

  private static final Duration LONGEST_FLIGHT = Duration.ofHours(1);

  private static final CacheSettings STANDARD =
      new CacheSettings(
          RefreshPolicy.standard(), Cooldown.standard(), Duration.ofSeconds(60), 10_000);

  public CacheSettings {
    if (flightLimit.isNegative()
        || flightLimit.isZero()
        || flightLimit.compareTo(LONGEST_FLIGHT) > 0) {
      throw new IllegalArgumentException(
          "flightLimit must be above zero and at most an hour, not " + flightLimit);
    }
    if (remembered < 1) {
      throw new IllegalArgumentException("remembered must be above zero, not " + remembered);
    }
  }

  /** The domain's standard policy and cooldown, a minute for a request, 10,000 remembered. */
  public static CacheSettings standard() {
    return STANDARD;
  }

  /** With another policy. */
  public CacheSettings refreshPolicy(RefreshPolicy policy) {
    return new CacheSettings(policy, cooldown, flightLimit, remembered);
  }

  /** With another cooldown. */
  public CacheSettings cooldown(Cooldown pause) {
    return new CacheSettings(refreshPolicy, pause, flightLimit, remembered);
  }

  /** With another limit. */
  public CacheSettings flightLimit(Duration limit) {
    return new CacheSettings(refreshPolicy, cooldown, limit, remembered);
  }

  /** With another bound. */
  public CacheSettings remembered(int bound) {
    return new CacheSettings(refreshPolicy, cooldown, flightLimit, bound);
  }
}
