package dev.partnerauth.examples.reactive;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Thirty hand-outs a minute for each user, on this node. */
@Component
class HandOutLimit {

  private static final int HAND_OUTS = 30;
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final LoadingCache<String, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(PERIOD).build(user -> full());

  void count(String user) {
    ConsumptionProbe probe = buckets.get(user).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private static Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(HAND_OUTS).refillIntervally(HAND_OUTS, PERIOD))
        .build();
  }

  private static ErrorResponseException tooMany(Duration wait) {
    ErrorResponseException refusal = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
    refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
    return refusal;
  }
}
