package dev.partnerauth.testkit.server;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.Header;

/**
 * A request that was read.
 *
 * @param path without query
 * @param query each name's first value
 * @param headers as they came
 * @param overLoopback whether it came from this machine, to an address that only this one has
 * @param body as UTF-8
 * @param tooLarge whether more of the body came than was kept
 */
public record WireRequest(
    String method,
    String path,
    Map<String, String> query,
    List<Header> headers,
    boolean overLoopback,
    String body,
    boolean tooLarge) {

  /** Many times what the API is ever sent. */
  static final int LARGEST_BODY = 64 * 1024;

  public WireRequest {
    query = Map.copyOf(query);
    headers = List.copyOf(headers);
  }

  /** The first value of that name. */
  public Optional<String> header(String name) {
    for (Header header : headers) {
      if (header.getName().equalsIgnoreCase(name)) {
        return Optional.ofNullable(header.getValue());
      }
    }
    return Optional.empty();
  }

  /** Where the next request begins is then open to dispute (RFC 9112 section 6.1). */
  boolean tellsItsLengthTwice() {
    return header("Content-Length").isPresent() && header("Transfer-Encoding").isPresent();
  }

  /** About how many characters it holds. */
  int size() {
    int size = path.length() + body.length();
    for (Header header : headers) {
      size += header.getName().length();
      size += Optional.ofNullable(header.getValue()).orElse("").length();
    }
    return size;
  }

  /** Its body, where that is a JSON object. */
  public Optional<JsonObject> json() {
    return WireFormat.object(body);
  }

  /** The access token that it carries. The scheme's name is in any case (RFC 9110 section 11.1). */
  Optional<String> bearer() {
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }

  /** As the journal tells it. */
  String line() {
    return method + " " + path;
  }

  /** Its headers and body may hold credentials. */
  @Override
  public String toString() {
    return "WireRequest[" + line() + "]";
  }
}
