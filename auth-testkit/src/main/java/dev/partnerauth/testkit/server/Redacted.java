package dev.partnerauth.testkit.server;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.Header;

/** Messages as people may see them: what would open something is left out. */
final class Redacted {

  private static final String HIDDEN = "(hidden)";
  private static final Set<String> CREDENTIALS =
      Set.of("client_secret", "code", "access_token", "token", "secret", "secrets");
  private static final Set<String> HEADERS =
      Set.of("authorization", "cookie", "proxy-authorization", "rl-rdoc-servicetoken");

  /** Whole or cut off: the header of each begins with an encoded <code>{"</code>. */
  private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_.-]*+");

  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private Redacted() {}

  static String request(WireRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request.headers().forEach(header -> headers.put(header.getName(), value(header)));
    return message(request.line(), headers, request.body());
  }

  static String answer(WireAnswer answer) {
    Map<String, String> headers = new TreeMap<>(answer.headers());
    if (!answer.body().isEmpty()) {
      headers.put("Content-Type", answer.contentType());
    }
    return message(Integer.toString(answer.status()), headers, answer.body());
  }

  private static String value(Header header) {
    return Optional.ofNullable(header.getValue()).orElse("");
  }

  private static String message(String firstLine, Map<String, String> headers, String body) {
    String shown =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ": " + header(header))
            .collect(Collectors.joining("\n"));
    return firstLine + "\n" + shown + "\n\n" + body(body);
  }

  private static String header(Map.Entry<String, String> header) {
    return HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT))
        ? HIDDEN
        : text(header.getValue());
  }

  private static String body(String body) {
    return WireFormat.object(body)
        .map(Redacted::object)
        .map(PRETTY::toJson)
        .orElseGet(() -> text(body));
  }

  private static JsonElement element(JsonElement element) {
    if (element instanceof JsonObject object) {
      return object(object);
    }
    if (element instanceof JsonArray array) {
      JsonArray redacted = new JsonArray();
      array.forEach(item -> redacted.add(element(item)));
      return redacted;
    }
    return element instanceof JsonPrimitive value && value.isString()
        ? new JsonPrimitive(text(value.getAsString()))
        : element;
  }

  private static JsonObject object(JsonObject object) {
    JsonObject redacted = new JsonObject();
    object
        .entrySet()
        .forEach(
            member ->
                redacted.add(
                    member.getKey(),
                    CREDENTIALS.contains(member.getKey())
                        ? new JsonPrimitive(HIDDEN)
                        : element(member.getValue())));
    return redacted;
  }

  private static String text(String text) {
    return JWT.matcher(text).replaceAll(HIDDEN);
  }
}
