package dev.partnerauth.testkit.server;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.testkit.journal.JournalEntry;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.Header;

/** Messages as people may see them: what would open something is left out. */
final class Redacted {

  private static final String HIDDEN = "(hidden)";

  /** A member's name, in lower case and without what stands between its words. */
  private static final Pattern CREDENTIAL = Pattern.compile("code|.*(secrets?|password|token)");

  /** Headers whose values open nothing. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "accept(-.*)?|access-control-.*|connection|content-(length|type)|date|host|origin"
              + "|referer|retry-after|sec-(ch-ua|fetch)-?.*|user-agent");

  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private Redacted() {}

  static String request(WireRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request.headers().forEach(header -> headers.put(header.getName(), value(header)));
    String body =
        request.json().isPresent() || request.body().isEmpty()
            ? body(request.body())
            : "(" + request.body().length() + " characters that are no JSON object)";
    return message(JournalEntry.withoutTokens(request.line()), headers, body);
  }

  static String answer(WireAnswer answer) {
    Map<String, String> headers = new TreeMap<>(answer.headers());
    if (!answer.body().isEmpty()) {
      headers.put("Content-Type", answer.contentType());
    }
    return message(Integer.toString(answer.status()), headers, body(answer.body()));
  }

  private static String value(Header header) {
    return Optional.ofNullable(header.getValue()).orElse("");
  }

  private static String message(String firstLine, Map<String, String> headers, String body) {
    String shown =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ": " + header(header))
            .collect(Collectors.joining("\n"));
    return firstLine + "\n" + shown + "\n\n" + body;
  }

  private static String header(Map.Entry<String, String> header) {
    return HARMLESS.matcher(header.getKey().toLowerCase(Locale.ROOT)).matches()
        ? JournalEntry.withoutTokens(header.getValue())
        : HIDDEN;
  }

  private static String body(String body) {
    return WireFormat.object(body)
        .map(Redacted::object)
        .map(PRETTY::toJson)
        .orElseGet(() -> JournalEntry.withoutTokens(body));
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
        ? new JsonPrimitive(JournalEntry.withoutTokens(value.getAsString()))
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
                    isCredential(member.getKey())
                        ? new JsonPrimitive(HIDDEN)
                        : element(member.getValue())));
    return redacted;
  }

  private static boolean isCredential(String name) {
    return CREDENTIAL.matcher(name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "")).matches();
  }
}
