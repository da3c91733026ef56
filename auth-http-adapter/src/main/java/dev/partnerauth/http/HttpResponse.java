package dev.partnerauth.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came back, undecoded. Prints without headers and body, which hold secrets.
 *
 * @param headers by name, in whatever case
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, compared by nobody
public record HttpResponse(int status, Map<String, List<String>> headers, byte[] body) {

  public HttpResponse {
    headers =
        headers.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    header -> List.copyOf(header.getValue()),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
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
