package dev.partnerauth.http.bearer;

import java.net.URI;
import java.util.Optional;

/**
 * A request, before a client makes it its own.
 *
 * @param repeatable whether the body can be sent twice
 */
record Ask(
    String method,
    URI uri,
    Optional<String> body,
    boolean repeatable,
    Optional<String> authorization) {

  static Ask get(String address) {
    return new Ask("GET", URI.create(address), Optional.empty(), true, Optional.empty());
  }

  static Ask post(String address, String body) {
    return new Ask("POST", URI.create(address), Optional.of(body), true, Optional.empty());
  }

  static Ask postOnce(String address, String body) {
    return new Ask("POST", URI.create(address), Optional.of(body), false, Optional.empty());
  }

  Ask authorizedBy(String header) {
    return new Ask(method, uri, body, repeatable, Optional.of(header));
  }
}
