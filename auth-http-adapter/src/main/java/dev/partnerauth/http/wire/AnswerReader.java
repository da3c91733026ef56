package dev.partnerauth.http.wire;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import com.google.gson.stream.JsonToken;
import dev.partnerauth.violation.Violation;
import io.micronaut.validation.validator.Validator;
import io.vavr.control.Either;
import jakarta.validation.ConstraintViolation;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    MembersOnce reader = new MembersOnce(body);
    Optional<R> answer = whole(reader, shape);
    return answer.isPresent()
            && reader.givenTwice().isEmpty()
            && validator.validate(answer.get()).isEmpty()
        ? Either.right(answer.get())
        : readAgain(body, shape);
  }

  /** Nothing where the text is not one such object, for whatever reason. */
  private <R extends Record> Optional<R> whole(MembersOnce reader, Class<R> shape) {
    try {
      R record = gson.fromJson(reader, shape);
      return reader.peek() == JsonToken.END_DOCUMENT
          ? Optional.ofNullable(record)
          : Optional.empty();
    } catch (JsonParseException | IOException unfit) {
      return Optional.empty();
    }
  }

  /** Member by member: slower, but it tells each that is wrong. */
  private <R extends Record> Either<List<Violation>, R> readAgain(String body, Class<R> shape) {
    if (body.isBlank()) {
      return Either.left(List.of(malformed("body", "is empty")));
    }
    MembersOnce reader = new MembersOnce(body);
    return json(reader)
        .flatMap(AnswerReader::object)
        .mapLeft(List::of)
        .flatMap(answer -> shaped(answer, reader.givenTwice(), shape));
  }

  /** The error that the body tells of, or {@link ErrorAnswer#UNREADABLE}. */
  public ErrorAnswer readError(String body) {
    return json(new MembersOnce(body))
        .flatMap(AnswerReader::object)
        .toJavaOptional()
        .flatMap(error -> as(ErrorAnswer.class, error))
        .orElse(ErrorAnswer.UNREADABLE);
  }

  /** The JSON value, where the text is JSON and nothing else. */
  public Optional<JsonElement> readJson(String text) {
    return json(new MembersOnce(text)).toJavaOptional();
  }

  private Either<Violation, JsonElement> json(MembersOnce reader) {
    try {
      JsonElement json = gson.fromJson(reader, JsonElement.class);
      return json != null && reader.peek() == JsonToken.END_DOCUMENT
          ? Either.right(json)
          : Either.left(notOneObject());
    } catch (JsonParseException | IOException e) {
      return Either.left(malformed("body", "is not JSON"));
    }
  }

  private static Either<Violation, JsonObject> object(JsonElement json) {
    return json.isJsonObject() ? Either.right(json.getAsJsonObject()) : Either.left(notOneObject());
  }

  /** What is wrong by itself is set aside, so that it does not hide what else is wrong. */
  private <R extends Record> Either<List<Violation>, R> shaped(
      JsonObject answer, Set<String> givenTwice, Class<R> shape) {
    Map<String, String> problems = problems(answer, givenTwice, shape);
    problems.keySet().forEach(answer::remove);
    R record = gson.fromJson(answer, shape);
    List<Violation> violations =
        Stream.concat(
                problems.entrySet().stream()
                    .map(problem -> malformed(problem.getKey(), problem.getValue())),
                violations(record, shape)
                    .filter(violation -> !problems.containsKey(violation.field())))
            .sorted(Comparator.comparing(Violation::field))
            .toList();
    return violations.isEmpty() ? Either.right(record) : Either.left(violations);
  }

  /** By member: those given twice, for nobody knows which is meant, and those of a wrong type. */
  private <R extends Record> Map<String, String> problems(
      JsonObject answer, Set<String> givenTwice, Class<R> shape) {
    Map<String, String> problems = new HashMap<>();
    if (as(shape, answer).isEmpty()) {
      answer.keySet().stream()
          .filter(name -> as(shape, only(answer, name)).isEmpty())
          .forEach(name -> problems.put(name, "is not what the contract says"));
    }
    Arrays.stream(shape.getDeclaredFields())
        .map(AnswerReader::wireName)
        .filter(givenTwice::contains)
        .forEach(name -> problems.put(name, "is given twice"));
    return problems;
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
        .map(AnswerReader::wireName)
        .findFirst()
        .orElse(component);
  }

  private static String wireName(Field field) {
    return Optional.ofNullable(field.getAnnotation(SerializedName.class))
        .map(SerializedName::value)
        .orElse(field.getName());
  }

  private static Violation notOneObject() {
    return malformed("body", "is not one JSON object");
  }

  private static Violation malformed(String field, String problem) {
    return new Violation.Malformed(field, problem, EXPECTED);
  }
}
