package dev.partnerauth.examples.jakartarest;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Thirty hand-outs a minute for each user. */
final class RateLimit {

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /** How long to wait; zero when the user may go on. */
  Duration spend(Principal user) {
    ConsumptionProbe probe =
        buckets.computeIfAbsent(user.getName(), name -> full()).tryConsumeAndReturnRemaining(1);
    return Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private static Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(30).refillGreedy(30, Duration.ofMinutes(1)))
        .build();
  }
}
