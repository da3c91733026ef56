package dev.partnerauth.testkit.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request as it came over the wire.
 *
 * @param headers by lower-case name
 * @param octets the body, a character for each byte
 */
record ReceivedRequest(
    String method, String target, Map<String, List<String>> headers, String octets) {

  /** What a client may say of itself and of how it sends; none of it is ours. */
  private static final Set<String> TECHNICAL =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "host",
          "http2-settings",
          "transfer-encoding",
          "upgrade",
          "user-agent");

  /** Without the headers in which clients differ rightly. */
  ReceivedRequest asWritten() {
    Map<String, List<String>> written = new TreeMap<>(headers);
    written.keySet().removeAll(TECHNICAL);
    return new ReceivedRequest(method, target, written, octets);
  }
}
