package dev.partnerauth.examples.jakartarest;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.ws.rs.ClientErrorException;
import java.security.Principal;
import java.time.Duration;

/** Thirty calls of a kind a minute for each user, on this node: each costs the platform some. */
final class RateLimit {

  enum Call {
    START,
    HAND_OUT,
    DOCUMENT
  }

  private static final int CALLS = 30;
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final LoadingCache<Calls, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(PERIOD).build(calls -> full());

  /**
   * @throws ClientErrorException if the user has to wait
   */
  void spend(Call call, Principal user) {
    ConsumptionProbe probe =
        buckets.get(new Calls(call, user.getName())).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new ClientErrorException(
          Refusals.tooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }
  }

  private static Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(CALLS).refillIntervally(CALLS, PERIOD))
        .build();
  }

  private record Calls(Call call, String user) {}
}
