package dev.partnerauth.violation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that is wrong with one request, in the order of its fields. Holds at least one
 * violation.
 *
 * @since 0.1.0
 */
public record InvalidRequest(List<Violation> violations) {

  public InvalidRequest {
    violations = List.copyOf(violations);
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("a request without violations is not invalid");
    }
  }

  public static InvalidRequest because(Violation violation) {
    return new InvalidRequest(List.of(violation));
  }

  /** All violations in one line. */
  public String describe() {
    return violations.stream().map(Violation::describe).collect(Collectors.joining(" "));
  }
}
