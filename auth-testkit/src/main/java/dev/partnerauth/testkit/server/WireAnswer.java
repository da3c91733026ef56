package dev.partnerauth.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import dev.partnerauth.testkit.fault.Planned;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer before it is HTTP.
 *
 * @param retryAfter what {@code Retry-After} says, in whole seconds
 * @param serviceToken what {@code rl-rdoc-servicetoken} says
 * @param planned what is to go wrong on its way
 */
record WireAnswer(
    int status,
    String contentType,
    String body,
    Optional<Duration> retryAfter,
    Optional<String> serviceToken,
    Optional<Planned> planned) {

  private static final String CHARSET = "; charset=UTF-8";

  static WireAnswer json(int status, JsonObject body) {
    return text(status, "application/json", body.toString());
  }

  static WireAnswer html(int status, String title) {
    return text(
        status,
        "text/html",
        "<!DOCTYPE html><html><head><title>"
            + title
            + "</title></head><body><h1>"
            + title
            + "</h1></body></html>");
  }

  /** RFC 9457: for requests that the platform's documents say nothing about. */
  static WireAnswer problem(int status, String title, String detail) {
    JsonObject body = new JsonObject();
    body.addProperty("title", title);
    body.addProperty("status", status);
    body.addProperty("detail", detail);
    return text(status, "application/problem+json", body.toString());
  }

  static WireAnswer text(int status, String mediaType, String body) {
    return new WireAnswer(
        status, mediaType + CHARSET, body, Optional.empty(), Optional.empty(), Optional.empty());
  }

  byte[] octets() {
    return body.getBytes(UTF_8);
  }

  WireAnswer retryAfter(Optional<Duration> wait) {
    return new WireAnswer(status, contentType, body, wait, serviceToken, planned);
  }

  WireAnswer serviceToken(String token) {
    return new WireAnswer(status, contentType, body, retryAfter, Optional.of(token), planned);
  }

  /** Its body or header may be a token. */
  @Override
  public String toString() {
    return "WireAnswer[" + status + ", " + contentType + "]";
  }

  WireAnswer goingWrong(Planned way) {
    return new WireAnswer(status, contentType, body, retryAfter, serviceToken, Optional.of(way));
  }
}
