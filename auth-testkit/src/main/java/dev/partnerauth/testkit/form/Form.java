package dev.partnerauth.testkit.form;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.partnerauth.violation.FieldRule;
import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A JSON object that is being read: notes everything that is wrong with it, unknown members
 * included, before anything is made of it. Not thread-safe.
 */
final class Form {

  private static final int LONGEST_TEXT = 512;

  /** What else stands in the place of a name may be a secret, where a space was forgotten. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

  private final JsonObject members;
  private final String path;
  private final List<Violation> violations;
  private final Set<String> known = new LinkedHashSet<>();

  private Form(JsonObject members, String path, List<Violation> violations) {
    this.members = members;
    this.path = path;
    this.violations = violations;
  }

  /**
   * @param reader gives nothing when it has noted a violation
   */
  static <T> Either<InvalidRequest, T> read(
      JsonObject members, Function<Form, Optional<T>> reader) {
    Form form = new Form(members, "", new ArrayList<>());
    Optional<T> read = reader.apply(form);
    form.nothingElse();
    return form.violations.isEmpty()
        ? Either.right(read.orElseThrow())
        : Either.left(new InvalidRequest(form.violations));
  }

  /** Every member that nobody asked for is a mistake. */
  void nothingElse() {
    for (String name : members.keySet()) {
      if (!known.contains(name)) {
        wrong(
            NAME.matcher(name).matches() ? name : "(another member)",
            "is not known here",
            "one of: " + String.join(", ", known));
      }
    }
  }

  boolean has(String name) {
    known.add(name);
    return members.has(name) && !members.get(name).isJsonNull();
  }

  <T> Optional<T> wrong(String name, String problem, String expected) {
    violations.add(new Violation.Malformed(at(name), problem, expected));
    return Optional.empty();
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** A text that must be there. */
  Optional<String> requiredText(String name) {
    return has(name) ? text(name) : wrong(name, "is missing", "a text");
  }

  Optional<String> text(String name) {
    return has(name) ? text(name, members.get(name)) : Optional.empty();
  }

  private Optional<String> text(String name, JsonElement value) {
    if (!(value instanceof JsonPrimitive primitive && primitive.isString())) {
      return wrong(name, "is no text", "a text, in quotes if it looks like a number");
    }
    Either<Violation, String> checked =
        new FieldRule(at(name), LONGEST_TEXT).check(primitive.getAsString());
    checked.peekLeft(violations::add);
    return checked.toJavaOptional();
  }

  /** Those that are texts; none when the member is missing. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    List<JsonElement> items = array(name);
    for (int i = 0; i < items.size(); i++) {
      text(name + "[" + i + "]", items.get(i)).ifPresent(texts::add);
    }
    return texts;
  }

  boolean isEmptyList(String name) {
    return members.get(name) instanceof JsonArray array && array.isEmpty();
  }

  private List<JsonElement> array(String name) {
    if (!has(name)) {
      return List.of();
    }
    if (members.get(name) instanceof JsonArray array) {
      return array.asList();
    }
    wrong(name, "is no list", "a list");
    return List.of();
  }

  boolean yesOrNo(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (members.get(name) instanceof JsonPrimitive value && value.isBoolean()) {
      return value.getAsBoolean();
    }
    wrong(name, "is neither true nor false", "true or false");
    return otherwise;
  }

  /** A whole number that must be there. */
  Optional<Long> requiredWhole(String name, long least, long most) {
    return has(name)
        ? whole(name, least, most)
        : wrong(name, "is missing", "a whole number from " + least + " to " + most);
  }

  Optional<Long> whole(String name, long least, long most) {
    if (!has(name)) {
      return Optional.empty();
    }
    return number(name)
        .filter(value -> value == Math.rint(value) && value >= least && value <= most)
        .map(Double::longValue)
        .or(() -> wrong(name, "does not fit", "a whole number from " + least + " to " + most));
  }

  Optional<Double> probability(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    return number(name)
        .filter(value -> value >= 0 && value <= 1)
        .or(() -> wrong(name, "does not fit", "a number from 0 to 1"));
  }

  private Optional<Double> number(String name) {
    return members.get(name) instanceof JsonPrimitive value && value.isNumber()
        ? Optional.of(value.getAsDouble())
        : Optional.empty();
  }

  /** One of these names, as {@link #name} writes them. */
  <E extends Enum<E>> Optional<E> oneOf(String name, List<E> values) {
    return text(name)
        .flatMap(
            text ->
                values.stream()
                    .filter(value -> name(value).equals(text))
                    .findFirst()
                    .or(() -> wrong(name, "is \"" + text + "\"", "one of: " + names(values))));
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String names(List<? extends Enum<?>> values) {
    return values.stream().map(Form::name).collect(Collectors.joining(", "));
  }

  /** What is read from an object in this place, if there is one and nothing is wrong with it. */
  <T> Optional<T> object(String name, Function<Form, Optional<T>> reader) {
    return has(name) ? object(name, members.get(name), reader) : Optional.empty();
  }

  private <T> Optional<T> object(
      String name, JsonElement value, Function<Form, Optional<T>> reader) {
    if (!(value instanceof JsonObject object)) {
      return wrong(name, "is no object", "an object with named members");
    }
    Form inner = new Form(object, at(name), violations);
    Optional<T> read = reader.apply(inner);
    inner.nothingElse();
    return read;
  }

  /** What is read from each object of a list. */
  <T> List<T> objects(String name, Function<Form, Optional<T>> reader) {
    List<T> read = new ArrayList<>();
    List<JsonElement> items = array(name);
    for (int i = 0; i < items.size(); i++) {
      object(name + "[" + i + "]", items.get(i), reader).ifPresent(read::add);
    }
    return read;
  }
}
