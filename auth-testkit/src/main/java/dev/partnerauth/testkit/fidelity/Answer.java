package dev.partnerauth.testkit.fidelity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.testkit.fault.Refusal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What came back.
 *
 * @param body empty where it is no JSON object
 * @param date when it was sent, by the platform's clock
 * @param secrets what must not be shown though it be in there
 */
record Answer(int status, JsonObject body, Optional<Instant> date, List<String> secrets) {

  static Answer of(int status, String body, Optional<Instant> date, List<String> secrets) {
    return new Answer(status, object(body).orElseGet(JsonObject::new), date, secrets);
  }

  private static Optional<JsonObject> object(String text) {
    try {
      return JsonParser.parseString(text) instanceof JsonObject object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonParseException notJson) {
      return Optional.empty();
    }
  }

  /** The token that was granted. */
  Optional<String> token() {
    return status == 200
        ? text("access_token").or(() -> text("token")).filter(Answer::fitsIntoAHeader)
        : Optional.empty();
  }

  private static boolean fitsIntoAHeader(String token) {
    return token.chars().allMatch(character -> character > ' ' && character < 127);
  }

  Optional<JsonElement> field(String name) {
    return Optional.ofNullable(body.get(name));
  }

  Optional<String> text(String name) {
    return text(body, name);
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive value
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  /** The payload of the token that was granted, where it is a JWT. */
  Optional<JsonObject> payload() {
    return token()
        .map(jwt -> jwt.split("\\."))
        .filter(parts -> parts.length > 1)
        .flatMap(Answer::payload);
  }

  private static Optional<JsonObject> payload(String[] parts) {
    try {
      return object(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  boolean is(Refusal refusal) {
    return status == refusal.status()
        && reason().equals(Optional.of(refusal.text()))
        && code().equals(Optional.of(refusal.code()));
  }

  /** A fault of the gateway's, or a message of the service's. */
  private Optional<String> reason() {
    return fault().flatMap(fault -> text(fault, "faultstring")).or(() -> text("message"));
  }

  Optional<String> code() {
    return fault()
        .flatMap(
            fault ->
                fault.get("detail") instanceof JsonObject detail
                    ? text(detail, "errorcode")
                    : Optional.empty())
        .or(() -> text("error"));
  }

  private Optional<JsonObject> fault() {
    return body.get("fault") instanceof JsonObject fault ? Optional.of(fault) : Optional.empty();
  }

  /** Fit to be shown. */
  String told() {
    return token().isPresent()
        ? status + " with a token"
        : status
            + code().map(code -> ", " + shown(code)).orElse("")
            + reason().map(reason -> ", \"" + shown(reason) + "\"").orElse("");
  }

  /** A field, fit to be shown. */
  String told(String name) {
    return name + " " + field(name).map(value -> shown(value.toString())).orElse("absent");
  }

  private String shown(String foreign) {
    return ForeignText.of(foreign, secrets).text();
  }

  /** Its body may hold a token. */
  @Override
  public String toString() {
    return told();
  }
}
