package dev.partnerauth.http.wire;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the body of an answer: JSON by Gson, fields checked by Micronaut Validation. Whatever does
 * not fit is told by field and problem, never with the value, which may be secret. Thread-safe.
 */
public final class AnswerReader {

  private static final String EXPECTED = "an answer that fits the contract";

  /** Published answers nest three deep. */
  private static final int DEEPEST_NESTING = 32;

  private final Gson gson = new Gson();
  private final Validator validator = Validator.getInstance();

  /** The answer, or everything that is wrong with it. */
  public <R extends Record> Either<List<Violation>, R> read(String body, Class<R> shape) {
    if (body.isBlank()) {
      return Either.left(List.of(malformed("body", "is empty")));
    }
    return object(body).mapLeft(List::of).flatMap(answer -> shaped(answer, shape));
  }

  /** The error that the body tells of, or {@link ErrorAnswer#UNREADABLE}. */
  public ErrorAnswer readError(String body) {
    return object(body)
        .toJavaOptional()
        .flatMap(error -> as(ErrorAnswer.class, error))
        .orElse(ErrorAnswer.UNREADABLE);
  }

  /** The JSON value, where the text is JSON and nothing else. */
  public Optional<JsonElement> readJson(String text) {
    return json(text).toJavaOptional();
  }

  private Either<Violation, JsonObject> object(String body) {
    return json(body)
        .flatMap(
            json ->
                json instanceof JsonObject object
                    ? Either.right(object)
                    : Either.left(malformed("body", "is not one JSON object")));
  }

  private Either<Violation, JsonElement> json(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEEPEST_NESTING);
    try {
      JsonElement json = gson.fromJson(reader, JsonElement.class);
      return json != null && reader.peek() == JsonToken.END_DOCUMENT
          ? Either.right(json)
          : Either.left(malformed("body", "is not one JSON object"));
    } catch (JsonParseException | IOException e) {
      return Either.left(malformed("body", "is not JSON"));
    }
  }

  /** Members of the wrong type are set aside, so that they do not hide what else is wrong. */
  private <R extends Record> Either<List<Violation>, R> shaped(JsonObject answer, Class<R> shape) {
    List<String> misfits =
        as(shape, answer).isPresent()
            ? List.of()
            : answer.keySet().stream()
                .filter(name -> as(shape, only(answer, name)).isEmpty())
                .toList();
    misfits.forEach(answer::remove);
    R record = gson.fromJson(answer, shape);
    List<Violation> violations =
        Stream.concat(
                misfits.stream().map(name -> malformed(name, "is not what the contract says")),
                violations(record, shape).filter(violation -> !misfits.contains(violation.field())))
            .sorted(Comparator.comparing(Violation::field))
            .toList();
    return violations.isEmpty() ? Either.right(record) : Either.left(violations);
  }

  /** Nothing when a member is of the wrong type. */
  private <R extends Record> Optional<R> as(Class<R> shape, JsonObject answer) {
    try {
      return Optional.of(gson.fromJson(answer, shape));
    } catch (JsonParseException wrongType) {
      return Optional.empty();
    }
  }

  private static JsonObject only(JsonObject answer, String name) {
    JsonObject alone = new JsonObject();
    alone.add(name, answer.get(name));
    return alone;
  }

  private <R extends Record> Stream<Violation> violations(R record, Class<R> shape) {
    return validator.validate(record).stream()
        .map(violation -> malformed(wireName(violation, shape), violation.getMessage()));
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
