package dev.partnerauth.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.partnerauth.testkit.fault.Planned;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An answer before it is HTTP.
 *
 * @param mediaType of a body that is there
 * @param headers beside {@code Content-Type} and {@code Date}
 * @param planned what is to go wrong on its way
 * @param number of its entry in the journal, where it has one
 */
public record WireAnswer(
    int status,
    String mediaType,
    String body,
    Map<String, String> headers,
    Optional<Planned> planned,
    OptionalLong number) {

  public WireAnswer {
    headers = Map.copyOf(headers);
  }

  public static WireAnswer json(int status, JsonElement body) {
    return text(status, "application/json", body.toString());
  }

  static WireAnswer html(int status, String title) {
    return text(
        status,
        "text/html",
        "<!DOCTYPE html><html><head><title>"
            + title
            + "</title></head><body><h1>"
            + title
            + "</h1></body></html>");
  }

  /** RFC 9457: for requests that the platform's documents say nothing about. */
  public static WireAnswer problem(int status, String title, String detail) {
    JsonObject body = new JsonObject();
    body.addProperty("title", title);
    body.addProperty("status", status);
    body.addProperty("detail", detail);
    return problem(status, body);
  }

  /** The same with further members. */
  public static WireAnswer problem(int status, JsonObject body) {
    return text(status, "application/problem+json", body.toString());
  }

  public static WireAnswer text(int status, String mediaType, String body) {
    return new WireAnswer(
        status, mediaType, body, Map.of(), Optional.empty(), OptionalLong.empty());
  }

  /** Nothing but a status. */
  public static WireAnswer empty(int status) {
    return text(status, "text/plain", "");
  }

  String contentType() {
    return mediaType + "; charset=UTF-8";
  }

  byte[] octets() {
    return body.getBytes(UTF_8);
  }

  /** With this header as well. */
  public WireAnswer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new WireAnswer(status, mediaType, body, more, planned, number);
  }

  WireAnswer goingWrong(Planned way) {
    return way.isNothing()
        ? this
        : new WireAnswer(status, mediaType, body, headers, Optional.of(way), number);
  }

  WireAnswer numbered(long entry) {
    return new WireAnswer(status, mediaType, body, headers, planned, OptionalLong.of(entry));
  }

  /** Its body or headers may hold a token. */
  @Override
  public String toString() {
    return "WireAnswer[" + status + ", " + mediaType + "]";
  }
}
