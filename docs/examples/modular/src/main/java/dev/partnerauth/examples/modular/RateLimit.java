package dev.partnerauth.examples.modular;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** So many calls of one user in a period, in this process. */
final class RateLimit {

  private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final int calls;
  private final Duration period;

  RateLimit(int calls, Duration period) {
    this.calls = calls;
    this.period = period;
  }

  /** Counts a call, and tells whether it is one too many. */
  ConsumptionProbe probe(String user) {
    return buckets.computeIfAbsent(user, first -> full()).tryConsumeAndReturnRemaining(1);
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(calls).refillIntervally(calls, period))
        .build();
  }
}
