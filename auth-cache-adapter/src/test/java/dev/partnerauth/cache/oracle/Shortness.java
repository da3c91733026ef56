package dev.partnerauth.cache.oracle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.partnerauth.cache.CacheSettings;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.TokenName;
import java.time.Duration;

/**
 * Remembers how long new tokens live where that was too short for somebody, so that a caller who
 * needs more does not ask for another with every call. Looked into again after an hour.
 * Thread-safe.
 */
final class Shortness {

  private static final Duration LOOKED_INTO_AFTER = Duration.ofHours(1);

  private final Cache<TokenName, Duration> lifetimes;

  Shortness(CacheSettings settings, AuthRuntime runtime) {
    this.lifetimes =
        Caffeine.newBuilder()
            .maximumSize(settings.remembered())
            .expireAfterWrite(LOOKED_INTO_AFTER)
            .ticker(runtime.time()::nanos)
            .executor(runtime.executor())
            .build();
  }

  /** A new token lived that long. */
  void learn(TokenName name, Duration lifetime) {
    lifetimes.put(name, lifetime);
  }

  /** Whether no new token is to be expected that lives as long as that. */
  boolean isKnown(TokenName name, Duration minimumRemaining) {
    Duration lifetime = lifetimes.getIfPresent(name);
    return lifetime != null && lifetime.compareTo(minimumRemaining) < 0;
  }
}
