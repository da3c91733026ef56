package dev.partnerauth.http.transport;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came back, undecoded. Its body may hold a token, so it neither prints nor serializes it.
 *
 * @since 0.1.0
 */
public final class HttpResponse {

  private final int status;
  private final transient Map<String, List<String>> headers;
  private final transient byte[] body;

  /**
   * An answer as it came.
   *
   * @param headers by name, in whatever case
   * @param body handed over, not copied
   */
  public HttpResponse(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.body = body;
    Map<String, List<String>> byName = new HashMap<>();
    headers.forEach(
        (name, values) ->
            byName.merge(
                name.toLowerCase(Locale.ROOT),
                List.copyOf(values),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    this.headers = Collections.unmodifiableMap(byName);
  }

  public int status() {
    return status;
  }

  /** By lower-case name. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  public byte[] body() {
    return body;
  }

  /** The first value of the header, whatever the case of its name. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  @Override
  public String toString() {
    return "HttpResponse[" + status + ", " + body.length + " bytes]";
  }
}
