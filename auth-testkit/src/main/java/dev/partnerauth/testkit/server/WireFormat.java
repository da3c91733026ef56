package dev.partnerauth.testkit.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.partnerauth.testkit.engine.IssuedBearerToken;
import dev.partnerauth.testkit.engine.IssuedServiceToken;
import dev.partnerauth.testkit.engine.PurposeRequest;
import dev.partnerauth.testkit.engine.TokenRequest;
import dev.partnerauth.testkit.fault.GatewayError;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.resource.ResourceAnswer;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The platform's JSON, as the published samples show it (contract sections 2 and 3). */
final class WireFormat {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
  private static final Set<String> NOT_CLAIMS = Set.of("purpose", "expirationTime");

  private WireFormat() {}

  static TokenRequest tokenRequest(String body) {
    JsonObject fields = object(body).orElseGet(JsonObject::new);
    return new TokenRequest(
        text(fields.get("grant_type")),
        text(fields.get("client_id")),
        text(fields.get("client_secret")),
        text(fields.get("code")));
  }

  /** Nothing when the body is not a JSON object, or a claim is not a string. */
  static Optional<PurposeRequest> purposeRequest(String body) {
    return object(body).flatMap(WireFormat::purposeRequest);
  }

  private static Optional<PurposeRequest> purposeRequest(JsonObject fields) {
    Map<String, String> claims = new HashMap<>();
    for (Map.Entry<String, JsonElement> field : fields.entrySet()) {
      if (!NOT_CLAIMS.contains(field.getKey())) {
        Optional<String> value = text(field.getValue());
        if (value.isEmpty()) {
          return Optional.empty();
        }
        claims.put(field.getKey(), value.get());
      }
    }
    return Optional.of(
        new PurposeRequest(
            text(fields.get("purpose")), seconds(fields.get("expirationTime")), claims));
  }

  /** Where the body is one. */
  static Optional<JsonObject> object(String body) {
    JsonReader reader = new JsonReader(new StringReader(body));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement json = JsonParser.parseReader(reader);
      return json instanceof JsonObject object && reader.peek() == JsonToken.END_DOCUMENT
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonParseException | IOException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(@Nullable JsonElement element) {
    return element instanceof JsonPrimitive primitive && primitive.isString()
        ? Optional.of(primitive.getAsString())
        : Optional.empty();
  }

  /** A JSON integer: the reference gives the type, and a string is not one. */
  private static Optional<Long> seconds(@Nullable JsonElement element) {
    return Optional.ofNullable(element)
        .filter(value -> value instanceof JsonPrimitive primitive && primitive.isNumber())
        .map(JsonElement::getAsString)
        .filter(digits -> digits.matches("-?[0-9]{1,18}"))
        .map(Long::parseLong);
  }

  static JsonObject bearerToken(IssuedBearerToken issued) {
    JsonArray products = new JsonArray();
    issued.app().apiProducts().forEach(products::add);
    JsonObject body = new JsonObject();
    body.addProperty("refresh_token_expires_in", "0");
    body.addProperty("api_product_list", "[" + String.join(", ", issued.app().apiProducts()) + "]");
    body.add("api_product_list_json", products);
    body.addProperty("organization_name", "rocketlawyer");
    body.addProperty("developer.email", "developer@example.com");
    body.addProperty("token_type", "BearerToken");
    body.addProperty("issued_at", Long.toString(issued.issuedAt().toEpochMilli()));
    body.addProperty("client_id", issued.app().clientId().value());
    body.addProperty("access_token", issued.text());
    body.addProperty("application_name", issued.apiClientId());
    body.addProperty("scope", "");
    body.addProperty("expires_in", Long.toString(issued.expiresIn().toSeconds()));
    body.addProperty("refresh_count", "0");
    body.addProperty("status", "approved");
    return body;
  }

  static JsonObject serviceToken(IssuedServiceToken issued) {
    JsonObject body = new JsonObject();
    body.addProperty("purpose", issued.purpose());
    body.addProperty("expirationTime", Long.toString(issued.expirationTime().getEpochSecond()));
    body.addProperty("token", issued.text());
    return body;
  }

  /** The platform around the tokens refuses in the service's own shape (assumed). */
  static WireAnswer resource(ResourceAnswer answer, Instant now, String path) {
    if (answer instanceof ResourceAnswer.Json json) {
      return WireAnswer.json(json.status(), json.body());
    }
    if (answer instanceof ResourceAnswer.WithServiceToken with) {
      return WireAnswer.json(with.status(), with.body())
          .with("rl-rdoc-servicetoken", with.serviceToken());
    }
    if (answer instanceof ResourceAnswer.Text text) {
      return WireAnswer.text(text.status(), text.contentType(), text.body());
    }
    if (answer instanceof ResourceAnswer.FromGateway gateway) {
      return gatewayError(gateway.error());
    }
    if (answer instanceof ResourceAnswer.TokenRefused refused) {
      return refusal(refused.refusal(), now, path);
    }
    return answer instanceof ResourceAnswer.Refused refused
        ? WireAnswer.json(
            refused.status(),
            forbidden(refused.message(), refused.code(), refused.status(), now, path))
        : WireAnswer.empty(answer.status());
  }

  static WireAnswer gatewayError(GatewayError error) {
    WireAnswer answer =
        error
            .code()
            .map(code -> WireAnswer.json(error.status(), fault(error.text(), code)))
            .orElseGet(() -> WireAnswer.html(error.status(), error.text()));
    return error
        .retryAfter()
        .map(wait -> answer.with("Retry-After", Long.toString(wait.toSeconds())))
        .orElse(answer);
  }

  /** The gateway's own refusals come as a fault, the service's as a message. */
  static WireAnswer refusal(Refusal refusal, Instant now, String path) {
    return WireAnswer.json(
        refusal.status(),
        switch (refusal) {
          case BAD_SERVICE_TOKEN_REQUEST ->
              badRequest(refusal.text(), refusal.code(), refusal.status(), now);
          case NO_SYSTEM_ROLE ->
              forbidden(refusal.text(), refusal.code(), refusal.status(), now, path);
          default -> fault(refusal.text(), refusal.code());
        });
  }

  private static JsonObject fault(String text, String code) {
    JsonObject detail = new JsonObject();
    detail.addProperty("errorcode", code);
    JsonObject fault = new JsonObject();
    fault.addProperty("faultstring", text);
    fault.add("detail", detail);
    JsonObject body = new JsonObject();
    body.add("fault", fault);
    return body;
  }

  private static JsonObject badRequest(String text, String code, int status, Instant now) {
    JsonObject body = new JsonObject();
    body.addProperty("message", text);
    body.addProperty("error", code);
    body.addProperty("status", status);
    body.addProperty("timestamp", timestamp(now));
    return body;
  }

  private static JsonObject forbidden(
      String text, String code, int status, Instant now, String path) {
    JsonObject body = new JsonObject();
    body.addProperty("timestamp", timestamp(now));
    body.addProperty("status", status);
    body.addProperty("error", code);
    body.addProperty("message", text);
    body.addProperty("path", path);
    return body;
  }

  private static String timestamp(Instant now) {
    return TIMESTAMP.format(OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
  }
}
