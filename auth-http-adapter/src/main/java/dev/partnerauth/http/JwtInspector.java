package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.http.wire.AnswerReader;
import dev.partnerauth.port.TokenInspector;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenInspection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JWTs as the platform issues them (contract section 4), also with the signature cut off.
 * Verifies nothing: the key is the platform's.
 *
 * @since 0.1.0
 */
public final class JwtInspector implements TokenInspector {

  private static final int LONGEST_NAME_TO_REPEAT = 256;

  private final AnswerReader reader = new AnswerReader();

  public JwtInspector() {}

  @Override
  public TokenInspection inspect(String token) {
    if (token.length() > Token.MAXIMUM_LENGTH) {
      return new TokenInspection.Opaque(
          "it is longer than " + Token.MAXIMUM_LENGTH + " characters");
    }
    String[] parts = token.strip().split("\\.", -1);
    if (parts.length < 2 || parts.length > 3) {
      return new TokenInspection.Opaque("it does not have the three parts of a JWT");
    }
    Optional<JsonObject> header = object(parts[0]);
    Optional<JsonObject> payload = object(parts[1]);
    if (header.isEmpty() || payload.isEmpty()) {
      return new TokenInspection.Opaque(
          "its " + (header.isEmpty() ? "header" : "payload") + " is not JSON in base64url");
    }
    boolean signed = parts.length == 3 && !parts[2].isBlank();
    return jwt(header.get(), payload.get(), signed);
  }

  private static TokenInspection jwt(JsonObject header, JsonObject payload, boolean signed) {
    return new TokenInspection.Jwt(
        flat(header),
        flat(payload),
        audience(payload.get("aud")),
        seconds(payload.get("iat")),
        seconds(payload.get("exp")),
        delegated(payload.get("srv")),
        signed);
  }

  private Optional<JsonObject> object(String part) {
    try {
      String json = new String(Base64.getUrlDecoder().decode(part), UTF_8);
      return reader
          .readJson(json)
          .filter(JsonElement::isJsonObject)
          .map(JsonElement::getAsJsonObject);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static List<String> audience(@Nullable JsonElement audience) {
    List<String> names = new ArrayList<>();
    if (audience instanceof JsonArray several) {
      several.forEach(one -> text(one).ifPresent(names::add));
    } else {
      text(audience).ifPresent(names::add);
    }
    return List.copyOf(names);
  }

  private static Optional<Instant> seconds(@Nullable JsonElement time) {
    return text(time)
        .filter(digits -> digits.matches("[0-9]{1,12}"))
        .map(digits -> Instant.ofEpochSecond(Long.parseLong(digits)));
  }

  private static Optional<DelegatedPurpose> delegated(@Nullable JsonElement serviceData) {
    if (!(serviceData instanceof JsonObject srv)) {
      return Optional.empty();
    }
    Map<String, String> members = new LinkedHashMap<>();
    srv.entrySet()
        .forEach(
            member ->
                text(member.getValue()).ifPresent(text -> members.put(member.getKey(), text)));
    return DelegatedPurpose.ofServiceData(members);
  }

  private static Optional<String> text(@Nullable JsonElement element) {
    return element instanceof JsonPrimitive primitive
        ? Optional.of(primitive.getAsString())
        : Optional.empty();
  }

  /**
   * Nested members get dotted names; arrays keep their JSON, as does what has a long name: repeated
   * for every member, it would make a large heap of a small token.
   */
  private static Map<String, String> flat(JsonObject object) {
    Map<String, String> members = new LinkedHashMap<>();
    flatten("", object, members);
    return Collections.unmodifiableMap(members);
  }

  private static void flatten(String prefix, JsonObject object, Map<String, String> members) {
    object
        .entrySet()
        .forEach(
            member -> {
              String name = prefix + member.getKey();
              if (member.getValue() instanceof JsonObject nested
                  && name.length() <= LONGEST_NAME_TO_REPEAT) {
                flatten(name + ".", nested, members);
              } else {
                members.put(name, text(member.getValue()).orElse(member.getValue().toString()));
              }
            });
  }
}
