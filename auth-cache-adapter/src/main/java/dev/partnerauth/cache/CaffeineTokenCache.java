package dev.partnerauth.cache;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A {@link RenewingTokenCache} in this process: what most partners want.
 *
 * @since 0.1.0
 */
public final class CaffeineTokenCache {

  private CaffeineTokenCache() {}

  /** With everything as {@link Builder} has it at first. */
  public static RenewingTokenCache standard() {
    return builder().build();
  }

  /** To choose bounds, pace and statistics. */
  public static Builder builder() {
    return new Builder(
        CacheSettings.standard(), 100_000, Duration.ofHours(1), StatsCounter::disabledStatsCounter);
  }

  /** Immutable: each method gives another builder. */
  public static final class Builder {

    private final CacheSettings settings;
    private final long maximumSize;
    private final Duration idle;
    private final Supplier<StatsCounter> statistics;

    private Builder(
        CacheSettings settings,
        long maximumSize,
        Duration idle,
        Supplier<StatsCounter> statistics) {
      this.settings = settings;
      this.maximumSize = maximumSize;
      this.idle = idle;
      this.statistics = statistics;
    }

    /** When to renew and how to go on after failures; {@link CacheSettings#standard} at first. */
    public Builder settings(CacheSettings pace) {
      return new Builder(pace, maximumSize, idle, statistics);
    }

    /** How many tokens of one app and kind are kept at most; 100,000 at first. */
    public Builder maximumSize(long tokens) {
      return new Builder(settings, tokens, idle, statistics);
    }

    /** How long a token stays that nobody asks for; an hour at first. */
    public Builder idle(Duration limit) {
      return new Builder(settings, maximumSize, limit, statistics);
    }

    /** Caffeine's own recorder, made once for each app and kind of token; none at first. */
    public Builder statistics(Supplier<StatsCounter> recorder) {
      return new Builder(settings, maximumSize, idle, recorder);
    }

    /** The cache. */
    public RenewingTokenCache build() {
      return RenewingTokenCache.over(
          CaffeineTokenStore.of(maximumSize, idle, statistics), settings);
    }
  }
}
