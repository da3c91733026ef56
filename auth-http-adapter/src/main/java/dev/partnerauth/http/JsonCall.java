package dev.partnerauth.http;

import com.google.gson.JsonObject;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * One request to the API and how its answer is understood. Prints nothing of itself.
 *
 * @param secrets what is sent and must not come back in a message
 * @param translate makes a token of a 200's body and the moment before the request was sent
 */
record JsonCall<T>(
    RefusalClassifier refusals,
    Map<String, String> headers,
    JsonObject body,
    List<String> secrets,
    BiFunction<String, Instant, Either<List<Violation>, T>> translate) {

  @Override
  public String toString() {
    return "JsonCall[" + refusals.endpoint() + "]";
  }
}
