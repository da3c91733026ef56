package dev.partnerauth.examples.micronaut;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;

/** Answers that tell the page what to do, and nothing of what the platform said. */
final class Refusals {

  private Refusals() {}

  static MutableHttpResponse<?> tooManyRequests(Duration wait) {
    return later(HttpStatus.TOO_MANY_REQUESTS, wait.toSeconds() + 1);
  }

  static MutableHttpResponse<?> unavailable(long seconds) {
    return later(HttpStatus.SERVICE_UNAVAILABLE, seconds);
  }

  static MutableHttpResponse<?> badGateway() {
    return HttpResponse.status(HttpStatus.BAD_GATEWAY);
  }

  private static MutableHttpResponse<?> later(HttpStatus status, long seconds) {
    return HttpResponse.status(status).header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }
}
