package dev.partnerauth.http.settings;

import dev.partnerauth.violation.Violation;
import io.micronaut.validation.validator.Validator;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Holds the components of settings to their constraints, by Micronaut Validation. */
final class SettingsCheck {

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private SettingsCheck() {}

  /**
   * For constructors, so that settings in hand are valid.
   *
   * @throws InvalidSettingsException naming every component that does not hold
   */
  static void require(Draft<?> draft) {
    List<Violation> violations = violations(draft);
    if (!violations.isEmpty()) {
      throw new InvalidSettingsException(new InvalidSettings(violations));
    }
  }

  /** What is wrong with the settings that would be made of this. */
  static List<Violation> violations(Draft<?> draft) {
    return Validator.getInstance().validate(draft).stream().map(SettingsCheck::violation).toList();
  }

  private static Violation violation(ConstraintViolation<?> found) {
    return new Violation.Malformed(
        name(found.getPropertyPath().toString()), problem(found), found.getMessage());
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
