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

/** Thirty calls of a kind a minute for each user, on this node: each costs the platform some. */
@Component
class CallLimit {

  enum Call {
    START,
    HAND_OUT,
    DOCUMENT
  }

  private static final int CALLS = 30;
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final LoadingCache<Calls, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(PERIOD).build(calls -> full());

  void count(Call call, String user) {
    ConsumptionProbe probe = buckets.get(new Calls(call, user)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private static Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(CALLS).refillIntervally(CALLS, PERIOD))
        .build();
  }

  private static ErrorResponseException tooMany(Duration wait) {
    ErrorResponseException refusal = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
    refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
    return refusal;
  }

  private record Calls(Call call, String user) {}
}
