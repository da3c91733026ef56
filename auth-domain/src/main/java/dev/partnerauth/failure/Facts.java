package dev.partnerauth.failure;

import static java.util.Optional.empty;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known about the exchange that failed.
 *
 * @param endpoint where it came from; empty when no endpoint had a part in it
 * @param status the HTTP status, where an answer came
 * @param errorCode the gateway's error code, or the {@code error} of the other body shape
 * @param retryAfter how long the server asked to wait
 * @param requestId the server's name for the request, for a conversation with its support
 * @param tries how many requests were sent; zero when the refusal was made here
 * @param elapsed the time spent, from the call to its end, pauses between tries included; zero when
 *     the refusal was made here
 * @since 0.1.0
 */
public record Facts(
    Optional<Endpoint> endpoint,
    Optional<Integer> status,
    Optional<String> errorCode,
    Optional<Duration> retryAfter,
    Optional<String> requestId,
    int tries,
    Duration elapsed) {

  public Facts {
    if (tries < 0) {
      throw new IllegalArgumentException("tries must not be negative");
    }
    if (elapsed.isNegative()) {
      throw new IllegalArgumentException("elapsed must not be negative");
    }
  }

  /** Nothing was sent. */
  public static Facts local() {
    return of(empty(), empty(), 0);
  }

  /** Nothing was sent, and it concerns this endpoint. */
  public static Facts local(Endpoint endpoint) {
    return of(Optional.of(endpoint), empty(), 0);
  }

  /** One request was sent and no answer came. */
  public static Facts unanswered(Endpoint endpoint) {
    return of(Optional.of(endpoint), empty(), 1);
  }

  /** One request was sent and answered. */
  public static Facts answered(Endpoint endpoint, int status) {
    return of(Optional.of(endpoint), Optional.of(status), 1);
  }

  private static Facts of(Optional<Endpoint> endpoint, Optional<Integer> status, int tries) {
    return new Facts(endpoint, status, empty(), empty(), empty(), tries, Duration.ZERO);
  }

  public Facts errorCode(String code) {
    return new Facts(endpoint, status, Optional.of(code), retryAfter, requestId, tries, elapsed);
  }

  public Facts retryAfter(Duration wait) {
    return new Facts(endpoint, status, errorCode, Optional.of(wait), requestId, tries, elapsed);
  }

  public Facts requestId(String id) {
    return new Facts(endpoint, status, errorCode, retryAfter, Optional.of(id), tries, elapsed);
  }

  public Facts tries(int count) {
    return new Facts(endpoint, status, errorCode, retryAfter, requestId, count, elapsed);
  }

  public Facts elapsed(Duration spent) {
    return new Facts(endpoint, status, errorCode, retryAfter, requestId, tries, spent);
  }

  /** The grammatical subject of a sentence about an answer. */
  String theAnswer() {
    return "The answer of " + endpoint.map(Endpoint::path).orElse("the server");
  }

  String waitOr(String remedy) {
    return retryAfter.map(wait -> "Wait " + wait + ".").orElse(remedy);
  }

  String statusInBrackets() {
    return status.map(answered -> " (status " + answered + ")").orElse("");
  }
}
