package dev.partnerauth.http.wire;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.annotations.SerializedName;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.partnerauth.violation.Violation;
import io.micronaut.validation.validator.Validator;
import io.vavr.control.Either;
import jakarta.validation.ConstraintViolation;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the body of an answer: JSON by Gson, fields checked by Micronaut Validation. Whatever does
 * not fit is told by field and problem, never with the value, which may be secret. Thread-safe.
 */
public final class AnswerReader {

  private static final String EXPECTED = "an answer that fits the contract";

  private final Gson gson = new Gson();
  private final Validator validator = Validator.getInstance();

  /** The answer, or everything that is wrong with it. */
  public <R extends Record> Either<List<Violation>, R> read(String body, Class<R> shape) {
    if (body.isBlank()) {
      return Either.left(List.of(malformed("body", "is empty")));
    }
    return parse(body, shape).flatMap(answer -> validated(answer, shape));
  }

  /** The error that the body tells of, or {@link ErrorAnswer#UNREADABLE}. */
  public ErrorAnswer readError(String body) {
    return parse(body, ErrorAnswer.class).getOrElse(ErrorAnswer.UNREADABLE);
  }

  /** The JSON value, where the text is JSON and nothing else. */
  public Optional<JsonElement> readJson(String text) {
    return parse(text, JsonElement.class).toJavaOptional();
  }

  private <R> Either<List<Violation>, R> parse(String body, Class<R> shape) {
    JsonReader reader = new JsonReader(new StringReader(body));
    reader.setStrictness(Strictness.STRICT);
    try {
      R answer = gson.fromJson(reader, shape);
      if (answer == null || reader.peek() != JsonToken.END_DOCUMENT) {
        return Either.left(List.of(malformed("body", "is not one JSON object")));
      }
      return Either.right(answer);
    } catch (JsonIOException | IOException e) {
      return Either.left(List.of(malformed("body", "is not JSON")));
    } catch (JsonParseException | IllegalStateException e) {
      return Either.left(
          List.of(malformed(place(reader.getPath()), "is not what the contract says")));
    }
  }

  /** Gson's path of the value that it stopped at: {@code $} for the whole body. */
  private static String place(String path) {
    return path.startsWith("$.") ? path.substring(2) : "body";
  }

  private <R extends Record> Either<List<Violation>, R> validated(R answer, Class<R> shape) {
    List<Violation> violations =
        validator.validate(answer).stream()
            .map(violation -> malformed(wireName(violation, shape), violation.getMessage()))
            .sorted(java.util.Comparator.comparing(Violation::field))
            .toList();
    return violations.isEmpty() ? Either.right(answer) : Either.left(violations);
  }

  private static String wireName(ConstraintViolation<?> violation, Class<?> shape) {
    String component = violation.getPropertyPath().toString();
    return Arrays.stream(shape.getDeclaredFields())
        .filter(field -> field.getName().equals(component))
        .flatMap(field -> Arrays.stream(field.getAnnotationsByType(SerializedName.class)))
        .map(SerializedName::value)
        .findFirst()
        .orElse(component);
  }

  private static Violation malformed(String field, String problem) {
    return new Violation.Malformed(field, problem, EXPECTED);
  }
}
