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
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

  /** Published answers nest three deep. */
  private static final int DEEPEST_NESTING = 32;

  private final Gson gson = new Gson();
  private final Validator validator = Validator.getInstance();

  /** The answer, or everything that is wrong with it. */
  public <R extends Record> Either<List<Violation>, R> read(String body, Class<R> shape) {
    if (body.isBlank()) {
      return Either.left(List.of(malformed("body", "is empty")));
    }
    return members(body).mapLeft(List::of).flatMap(answer -> shaped(answer, shape));
  }

  /** The error that the body tells of, or {@link ErrorAnswer#UNREADABLE}. */
  public ErrorAnswer readError(String body) {
    return members(body)
        .toJavaOptional()
        .flatMap(error -> as(ErrorAnswer.class, error.object()))
        .orElse(ErrorAnswer.UNREADABLE);
  }

  /** The JSON value, where the text is JSON and nothing else. */
  public Optional<JsonElement> readJson(String text) {
    return json(text).toJavaOptional();
  }

  /** By hand: of two members with the same name Gson keeps the last, and says nothing. */
  private Either<Violation, Members> members(String body) {
    JsonReader reader = strict(body);
    Members members = new Members(new JsonObject(), new HashSet<>());
    try {
      if (reader.peek() != JsonToken.BEGIN_OBJECT) {
        return json(body).flatMap(noObject -> Either.left(notOneObject()));
      }
      reader.beginObject();
      while (reader.hasNext()) {
        members.add(reader.nextName(), gson.fromJson(reader, JsonElement.class));
      }
      reader.endObject();
      return reader.peek() == JsonToken.END_DOCUMENT
          ? Either.right(members)
          : Either.left(notOneObject());
    } catch (JsonParseException | IOException e) {
      return Either.left(notJson());
    }
  }

  private Either<Violation, JsonElement> json(String text) {
    JsonReader reader = strict(text);
    try {
      JsonElement json = gson.fromJson(reader, JsonElement.class);
      return json != null && reader.peek() == JsonToken.END_DOCUMENT
          ? Either.right(json)
          : Either.left(notOneObject());
    } catch (JsonParseException | IOException e) {
      return Either.left(notJson());
    }
  }

  private static JsonReader strict(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEEPEST_NESTING);
    return reader;
  }

  /** What is wrong by itself is set aside, so that it does not hide what else is wrong. */
  private <R extends Record> Either<List<Violation>, R> shaped(Members answer, Class<R> shape) {
    Optional<R> whole = as(shape, answer.object());
    if (answer.givenTwice().isEmpty()
        && whole.isPresent()
        && validator.validate(whole.get()).isEmpty()) {
      return Either.right(whole.get());
    }
    Map<String, String> problems = problems(answer, shape);
    problems.keySet().forEach(answer.object()::remove);
    R record = gson.fromJson(answer.object(), shape);
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
  private <R extends Record> Map<String, String> problems(Members answer, Class<R> shape) {
    Map<String, String> problems = new HashMap<>();
    if (as(shape, answer.object()).isEmpty()) {
      answer.object().keySet().stream()
          .filter(name -> as(shape, only(answer.object(), name)).isEmpty())
          .forEach(name -> problems.put(name, "is not what the contract says"));
    }
    Arrays.stream(shape.getDeclaredFields())
        .map(AnswerReader::wireName)
        .filter(answer.givenTwice()::contains)
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

  private static Violation notJson() {
    return malformed("body", "is not JSON");
  }

  private static Violation malformed(String field, String problem) {
    return new Violation.Malformed(field, problem, EXPECTED);
  }

  /** A JSON object, and the names that it gave twice. */
  private record Members(JsonObject object, Set<String> givenTwice) {

    void add(String name, JsonElement value) {
      if (object.has(name)) {
        givenTwice.add(name);
      }
      object.add(name, value);
    }
  }
}
