package dev.partnerauth.http.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/** Headers out of HttpClient's hands. */
final class ApacheHeaders {

  private ApacheHeaders() {}

  static Map<String, List<String>> of(MessageHeaders message) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Header header : message.getHeaders()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(Objects.requireNonNullElse(header.getValue(), ""));
    }
    return headers;
  }
}
