package dev.partnerauth.http.settings;

import dev.partnerauth.violation.Violation;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.validation.validator.Validator;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Holds the components of a settings record to their constraints, by Micronaut Validation. */
final class SettingsCheck {

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private SettingsCheck() {}

  /**
   * For compact constructors, so that a record in hand is valid.
   *
   * @param components in the order of their declaration
   * @throws InvalidSettingsException naming every component that does not hold
   */
  static void require(Class<? extends Record> settings, Object... components) {
    List<Violation> violations = violations(settings, components);
    if (!violations.isEmpty()) {
      throw new InvalidSettingsException(new InvalidSettings(violations));
    }
  }

  /** What is wrong with the components that such a record would have. */
  static List<Violation> violations(Class<? extends Record> settings, Object... components) {
    return Validator.getInstance()
        .forExecutables()
        .validateConstructorParameters(BeanIntrospection.getIntrospection(settings), components)
        .stream()
        .map(SettingsCheck::violation)
        .toList();
  }

  /** The record itself, of components that hold. */
  static <R extends Record> R made(Class<R> settings, Object... components) {
    return BeanIntrospection.getIntrospection(settings).instantiate(components);
  }

  private static Violation violation(ConstraintViolation<?> found) {
    String path = found.getPropertyPath().toString();
    String component = path.substring(path.lastIndexOf('.') + 1);
    return new Violation.Malformed(name(component), problem(found), found.getMessage());
  }

  /**
   * Texts are not repeated: they may be secret, put in the wrong place, or forge lines of a log.
   */
  private static String problem(ConstraintViolation<?> found) {
    return found.getInvalidValue() instanceof CharSequence
        ? "is not what it may be"
        : "is " + found.getInvalidValue();
  }

  /** {@code connectTimeout} is set as {@code connect-timeout}. */
  static String name(String component) {
    return HUMP.matcher(component).replaceAll("-").toLowerCase(Locale.ROOT);
  }
}
