package dev.partnerauth.examples.modular;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** How often a user may do a thing: thirty times in a minute, in this process. */
final class RateLimit {

  private static final int CALLS = 30;
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int MOST_USERS = 10_000;

  /** Whoever was away for a period has all of the calls again, so nothing is lost with a bucket. */
  private final LoadingCache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .expireAfterAccess(PERIOD)
          .maximumSize(MOST_USERS)
          .build(user -> bucket());

  /** Counts a call, and tells the user to wait if it is one too many. */
  boolean refuses(HttpServletRequest request, HttpServletResponse response) {
    ConsumptionProbe probe = buckets.get(request.getRemoteUser()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
      response.setStatus(429);
      response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
    }
    return !probe.isConsumed();
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(CALLS).refillIntervally(CALLS, PERIOD))
        .build();
  }
}
