package dev.partnerauth.violation;

import io.vavr.control.Either;
import java.util.Objects;
import java.util.Optional;

/**
 * The rule for a text that comes from outside: present, not too long, and made of characters that
 * travel safely through a JSON string and an HTTP header.
 *
 * @param field the name that violations carry
 * @param maximum the greatest length, in characters
 * @since 0.1.0
 */
public record FieldRule(String field, int maximum) {

  /** The first thing wrong with {@code text}, which is itself never repeated. */
  public Optional<Violation> violationOf(String text) {
    Objects.requireNonNull(text, () -> field + " is null");
    if (text.isBlank()) {
      return Optional.of(new Violation.Blank(field));
    }
    if (text.length() > maximum) {
      return Optional.of(new Violation.TooLong(field, text.length(), maximum));
    }
    if (text.codePoints().anyMatch(FieldRule::isUnprintable)) {
      return Optional.of(
          new Violation.Malformed(field, "contains control characters", "printable characters"));
    }
    if (!text.equals(text.strip())) {
      return Optional.of(
          new Violation.Malformed(field, "begins or ends with white space", "the bare value"));
    }
    return Optional.empty();
  }

  /** Controls, line ends, half characters, and marks that turn the direction of what follows. */
  private static boolean isUnprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  public Either<Violation, String> check(String text) {
    return violationOf(text)
        .<Either<Violation, String>>map(Either::left)
        .orElseGet(() -> Either.right(text));
  }

  /**
   * The text, for constructors whose caller has promised a valid one.
   *
   * @throws IllegalArgumentException when the promise is broken
   */
  public String require(String text) {
    violationOf(text)
        .ifPresent(
            violation -> {
              throw new IllegalArgumentException(violation.describe());
            });
    return text;
  }
}
