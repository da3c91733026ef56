package dev.partnerauth.http;

import java.time.Duration;

/**
 * How long a transport waits. The whole call has its own limit, which each call brings along:
 * {@code PartnerAuth.within}, 15 s unless said otherwise.
 *
 * @param connect for a connection, TLS handshake included; above zero
 * @param response for the server's answer to begin, and between its parts; above zero
 */
public record HttpTimeouts(Duration connect, Duration response) {

  public HttpTimeouts {
    if (connect.compareTo(Duration.ZERO) <= 0 || response.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException(
          "timeouts must be above zero, not " + connect + ", " + response);
    }
  }

  /** 2 s to connect, 10 s for the answer. */
  public static HttpTimeouts standard() {
    return new HttpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10));
  }
}
