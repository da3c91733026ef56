package dev.partnerauth.cache;

import dev.partnerauth.refresh.Cooldown;
import dev.partnerauth.refresh.RefreshPolicy;
import java.time.Duration;
import java.util.Objects;

/**
 * How a cache renews. Immutable and valid at birth.
 *
 * @since 0.1.0
 */
public final class CacheSettings {

  private static final Duration LONGEST_FLIGHT = Duration.ofHours(1);

  private static final CacheSettings STANDARD =
      new CacheSettings(
          RefreshPolicy.standard(), Cooldown.standard(), Duration.ofSeconds(60), 10_000);

  private final RefreshPolicy refreshPolicy;
  private final Cooldown cooldown;
  private final Duration flightLimit;
  private final int remembered;

  private CacheSettings(
      RefreshPolicy refreshPolicy, Cooldown cooldown, Duration flightLimit, int remembered) {
    if (flightLimit.compareTo(Duration.ZERO) <= 0 || flightLimit.compareTo(LONGEST_FLIGHT) > 0) {
      throw new IllegalArgumentException(
          "flightLimit must be above zero and at most an hour, not " + flightLimit);
    }
    if (remembered < 1) {
      throw new IllegalArgumentException("remembered must be above zero, not " + remembered);
    }
    this.refreshPolicy = refreshPolicy;
    this.cooldown = cooldown;
    this.flightLimit = flightLimit;
    this.remembered = remembered;
  }

  /** The domain's standard policy and cooldown, a minute for a request, 10,000 remembered. */
  public static CacheSettings standard() {
    return STANDARD;
  }

  public RefreshPolicy refreshPolicy() {
    return refreshPolicy;
  }

  /** When a token is renewed and how long it is served. */
  public CacheSettings refreshPolicy(RefreshPolicy policy) {
    return new CacheSettings(policy, cooldown, flightLimit, remembered);
  }

  public Cooldown cooldown() {
    return cooldown;
  }

  /** How long a failing server is left alone. */
  public CacheSettings cooldown(Cooldown pause) {
    return new CacheSettings(refreshPolicy, pause, flightLimit, remembered);
  }

  public Duration flightLimit() {
    return flightLimit;
  }

  /**
   * How long a request for a token may take at most, however long those who wait for it are willing
   * to; above zero, an hour at most.
   *
   * @throws IllegalArgumentException when it is not
   */
  public CacheSettings flightLimit(Duration limit) {
    return new CacheSettings(refreshPolicy, cooldown, limit, remembered);
  }

  public int remembered() {
    return remembered;
  }

  /**
   * How many failures of single keys, and how many rejected tokens, are remembered at most; above
   * zero.
   *
   * @throws IllegalArgumentException when it is not
   */
  public CacheSettings remembered(int bound) {
    return new CacheSettings(refreshPolicy, cooldown, flightLimit, bound);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CacheSettings settings
        && refreshPolicy.equals(settings.refreshPolicy)
        && cooldown.equals(settings.cooldown)
        && flightLimit.equals(settings.flightLimit)
        && remembered == settings.remembered;
  }

  @Override
  public int hashCode() {
    return Objects.hash(refreshPolicy, cooldown, flightLimit, remembered);
  }

  @Override
  public String toString() {
    return "CacheSettings[refreshPolicy=%s, cooldown=%s, flightLimit=%s, remembered=%s]"
        .formatted(refreshPolicy, cooldown, flightLimit, remembered);
  }
}
