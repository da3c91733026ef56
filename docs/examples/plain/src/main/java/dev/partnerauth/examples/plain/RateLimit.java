package dev.partnerauth.examples.plain;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How often a user is handed a token: thirty times in a minute. */
final class RateLimit {

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /** How long the user has to wait, if it was too often. */
  Optional<Duration> take(String user) {
    ConsumptionProbe probe =
        buckets.computeIfAbsent(user, key -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(30).refillIntervally(30, Duration.ofMinutes(1)))
        .build();
  }
}
