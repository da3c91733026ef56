package dev.partnerauth.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What goes out. Prints without headers and body, which hold secrets.
 *
 * @param headers one value each
 * @param deadline for the whole exchange, from the call to the last byte
 * @param largestAnswer the greatest number of body bytes that is accepted
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, compared by nobody
public record HttpRequest(
    String method,
    URI uri,
    Map<String, String> headers,
    byte[] body,
    Duration deadline,
    int largestAnswer) {

  public HttpRequest {
    headers = Map.copyOf(headers);
  }

  @Override
  public String toString() {
    return "HttpRequest[" + method + " " + uri + "]";
  }
}
