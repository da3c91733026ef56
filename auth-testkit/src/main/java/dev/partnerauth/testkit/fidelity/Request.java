package dev.partnerauth.testkit.fidelity;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.failure.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A request as it is sent, also one that no client of ours would send.
 *
 * @param target what comes after the base address
 * @param secrets what must not be shown should it come back
 */
record Request(
    String method, String target, Map<String, String> headers, String body, List<String> secrets) {

  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json", "Accept", "application/json");

  /** Without secrets. */
  static Request of(String method, String target, String body) {
    return new Request(method, target, JSON, body, List.of());
  }

  static Request accessToken(JsonObject fields) {
    List<String> secrets =
        Stream.of("client_secret", "code")
            .map(fields::get)
            .filter(value -> value instanceof JsonPrimitive)
            .map(JsonElement::getAsString)
            .toList();
    return new Request("POST", Endpoint.ACCESS_TOKEN.path(), JSON, fields.toString(), secrets);
  }

  static Request serviceToken(JsonElement body) {
    return of("POST", Endpoint.SERVICE_TOKEN.path(), body.toString());
  }

  Request as(String scheme, String token) {
    return new Request(
        method, target, with("Authorization", scheme + " " + token), body, List.of(token));
  }

  Request to(String otherTarget) {
    return new Request(method, otherTarget, headers, body, secrets);
  }

  Request header(String name, String value) {
    return new Request(method, target, with(name, value), body, secrets);
  }

  private Map<String, String> with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return Map.copyOf(more);
  }

  /** Its headers and its body hold secrets. */
  @Override
  public String toString() {
    return method + " " + target;
  }
}
