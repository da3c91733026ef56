package dev.partnerauth.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

/** Path and query of a request's target. */
final class Targets {

  private Targets() {}

  static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** Each name's first value; what cannot be decoded is left out. */
  static Map<String, String> query(String target) {
    int begin = target.indexOf('?');
    if (begin < 0) {
      return Map.of();
    }
    Map<String, String> query = new HashMap<>();
    for (String pair : target.substring(begin + 1).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      try {
        query.putIfAbsent(
            URLDecoder.decode(parts[0], UTF_8),
            parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
      } catch (IllegalArgumentException notEncoded) {
        // Nobody can tell what was meant.
      }
    }
    return query;
  }
}
