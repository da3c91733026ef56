package dev.partnerauth.examples.jakartarest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;

/** Answers that tell the page what to do, and nothing of what the platform said. */
final class Refusals {

  private Refusals() {}

  static Response tooManyRequests(Duration wait) {
    return later(Status.TOO_MANY_REQUESTS, wait.toSeconds() + 1);
  }

  static Response unavailable(long seconds) {
    return later(Status.SERVICE_UNAVAILABLE, seconds);
  }

  static Response badGateway() {
    return Response.status(Status.BAD_GATEWAY).build();
  }

  private static Response later(Status status, long seconds) {
    return Response.status(status).header(HttpHeaders.RETRY_AFTER, seconds).build();
  }
}
