package dev.partnerauth.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.TokenName;
import java.time.Duration;
import java.util.Optional;

/**
 * How long new tokens live, where that was too short for a caller: one that needs more does not ask
 * for another with every call. Forgotten after an hour. Thread-safe.
 */
final class ObservedLifetimes {

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final Cache<TokenName, Duration> lifetimes;

  ObservedLifetimes(CacheSettings settings, AuthRuntime runtime) {
    this.lifetimes =
        Caffeine.newBuilder()
            .maximumSize(settings.remembered())
            .expireAfterWrite(FORGOTTEN_AFTER)
            .ticker(runtime.time()::nanos)
            .executor(runtime.executor())
            .build();
  }

  void observe(TokenName name, Duration lifetime) {
    lifetimes.put(name, lifetime);
  }

  Optional<Duration> of(TokenName name) {
    return Optional.ofNullable(lifetimes.getIfPresent(name));
  }
}
