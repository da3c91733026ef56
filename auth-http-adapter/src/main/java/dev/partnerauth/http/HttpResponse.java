package dev.partnerauth.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came back, undecoded. Prints without headers and body, which hold secrets.
 *
 * @param headers by name; names differ in more than case
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, compared by nobody
public record HttpResponse(int status, Map<String, List<String>> headers, byte[] body) {

  public HttpResponse {
    headers =
        headers.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    header -> List.copyOf(header.getValue())));
  }

  /** The first value of the header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  @Override
  public String toString() {
    return "HttpResponse[" + status + ", " + body.length + " bytes]";
  }
}
