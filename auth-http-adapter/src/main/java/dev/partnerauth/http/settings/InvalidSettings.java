package dev.partnerauth.http.settings;

import dev.partnerauth.violation.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that is wrong with some settings, by name of the setting.
 *
 * @since 0.1.0
 */
public record InvalidSettings(List<Violation> violations) {

  public InvalidSettings {
    violations = violations.stream().sorted(Comparator.comparing(Violation::field)).toList();
  }

  /** All of it in one line. */
  public String describe() {
    return violations.stream().map(Violation::describe).collect(Collectors.joining(" "));
  }
}
