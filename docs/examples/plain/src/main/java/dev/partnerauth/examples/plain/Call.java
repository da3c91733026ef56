package dev.partnerauth.examples.plain;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One request and its answer. */
final class Call {

  private static final int LONGEST_FORM = 1024;

  private final HttpExchange exchange;

  Call(HttpExchange exchange) {
    this.exchange = exchange;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  Optional<String> cookie(String name) {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(header -> value(header, "; *", name))
        .findFirst();
  }

  /** A field of the form that was sent. */
  static String field(String form, String name) {
    return value(form, "&", name)
        .map(encoded -> URLDecoder.decode(encoded, StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  private static Stream<String> value(String pairs, String between, String name) {
    return Arrays.stream(pairs.split(between))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1));
  }

  String form() throws IOException {
    return new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.UTF_8);
  }

  Call with(String header, String value) {
    exchange.getResponseHeaders().add(header, value);
    return this;
  }

  void answer(int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  void answer(int status, JsonObject body) throws IOException {
    answer(status, "application/json", body.toString());
  }

  void answer(int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    with("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
