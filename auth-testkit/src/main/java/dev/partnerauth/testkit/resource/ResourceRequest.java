package dev.partnerauth.testkit.resource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.partnerauth.scope.Route;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request to the platform around the tokens.
 *
 * @param path without query
 * @param query each name's first value
 * @param bearer the access token that it carries
 * @param body where it was a JSON object
 */
public record ResourceRequest(
    String method,
    String path,
    Map<String, String> query,
    Optional<String> bearer,
    Optional<JsonObject> body) {

  public ResourceRequest {
    query = Map.copyOf(query);
  }

  /** What the path says in that place of the route's template. */
  static String variable(Route route, String name) {
    return Objects.requireNonNull(route.variables().get(name));
  }

  /** A member of the body that is a string. */
  Optional<String> text(String name) {
    return member(name)
        .filter(value -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isString())
        .map(JsonElement::getAsString);
  }

  /** A member of the body that is an object. */
  Optional<JsonObject> object(String name) {
    return member(name).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
  }

  private Optional<JsonElement> member(String name) {
    return body.flatMap(json -> Optional.ofNullable(json.get(name)));
  }

  /** Its bearer is a credential. */
  @Override
  public String toString() {
    return "ResourceRequest[" + method + " " + path + "]";
  }
}
