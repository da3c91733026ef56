package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * One request to the API and how its answer is understood. Prints nothing of itself.
 *
 * @param exchange whether it exchanges a service token
 * @param secrets what is sent and must not come back in a message
 * @param translate makes a token of a 200's body and the moment before the request was sent
 */
record JsonCall<T>(
    Endpoint endpoint,
    boolean exchange,
    Map<String, String> headers,
    JsonObject body,
    List<String> secrets,
    BiFunction<String, Instant, Either<List<Violation>, T>> translate) {

  /** The secrets in every form in which a server that quotes a request may quote them. */
  List<String> secretsInAnyForm() {
    return secrets.stream().flatMap(JsonCall::asItMayComeBack).toList();
  }

  private static Stream<String> asItMayComeBack(String secret) {
    byte[] bytes = secret.getBytes(UTF_8);
    String json = new JsonPrimitive(secret).toString();
    return Stream.of(
            secret,
            URLEncoder.encode(secret, UTF_8),
            json.substring(1, json.length() - 1),
            Base64.getEncoder().withoutPadding().encodeToString(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
        .distinct();
  }

  @Override
  public String toString() {
    return "JsonCall[" + endpoint + "]";
  }
}
