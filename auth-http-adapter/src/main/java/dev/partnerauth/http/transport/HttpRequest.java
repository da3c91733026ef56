package dev.partnerauth.http.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What goes out. Its headers and body hold secrets, so it neither prints nor serializes them.
 *
 * @since 0.1.0
 */
public final class HttpRequest {

  private static final Duration LONGEST = Duration.ofDays(365);

  private final String method;
  private final URI uri;
  private final transient Map<String, String> headers;
  private final transient byte[] body;
  private final Duration deadline;
  private final int largestAnswer;
  private final int resendCount;

  /**
   * A request as it stands.
   *
   * @param headers one value each
   * @param body handed over, not copied
   * @param deadline for the whole exchange, from the call to the last byte; what is longer than a
   *     year is taken for one, since timers count nanoseconds
   * @param largestAnswer the greatest number of body bytes that is accepted
   */
  public HttpRequest(
      String method,
      URI uri,
      Map<String, String> headers,
      byte[] body,
      Duration deadline,
      int largestAnswer) {
    this(method, uri, Map.copyOf(headers), body, deadline, largestAnswer, 0);
  }

  private HttpRequest(
      String method,
      URI uri,
      Map<String, String> headers,
      byte[] body,
      Duration deadline,
      int largestAnswer,
      int resendCount) {
    this.method = method;
    this.uri = uri;
    this.headers = headers;
    this.body = body;
    this.deadline = deadline.compareTo(LONGEST) < 0 ? deadline : LONGEST;
    this.largestAnswer = largestAnswer;
    this.resendCount = resendCount;
  }

  /**
   * The same, sent again.
   *
   * @param count how many requests of the same call went before it
   */
  public HttpRequest resent(int count) {
    return new HttpRequest(method, uri, headers, body, deadline, largestAnswer, count);
  }

  public String method() {
    return method;
  }

  public URI uri() {
    return uri;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public byte[] body() {
    return body;
  }

  public Duration deadline() {
    return deadline;
  }

  public int largestAnswer() {
    return largestAnswer;
  }

  /** How many requests of the same call went before this one: for display, not to be sent. */
  public int resendCount() {
    return resendCount;
  }

  @Override
  public String toString() {
    return "HttpRequest[" + method + " " + uri + "]";
  }
}
