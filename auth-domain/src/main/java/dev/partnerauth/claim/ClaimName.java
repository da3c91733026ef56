package dev.partnerauth.claim;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a claim in a service token request. The request's body is flat (contract section 3),
 * so the names of its own fields cannot be claims.
 *
 * @param value 1 to 64 letters, digits, {@code _ . -}, beginning with a letter
 * @since 0.1.0
 */
public record ClaimName(String value) implements Comparable<ClaimName> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
  private static final Set<String> FIELDS_OF_THE_REQUEST = Set.of("purpose", "expirationTime");

  public static final ClaimName INTERVIEW_ID = new ClaimName("interviewId");
  public static final ClaimName UPID = new ClaimName("upid");
  public static final ClaimName PARTNER_END_USER_ID = new ClaimName("partnerEndUserId");

  public ClaimName {
    violationOf(value)
        .ifPresent(
            violation -> {
              throw new IllegalArgumentException(violation.describe());
            });
  }

  public static Either<Violation, ClaimName> of(String text) {
    return violationOf(text)
        .<Either<Violation, ClaimName>>map(Either::left)
        .orElseGet(() -> Either.right(new ClaimName(text)));
  }

  private static Optional<Violation> violationOf(String text) {
    if (FIELDS_OF_THE_REQUEST.contains(text)) {
      return Optional.of(
          new Violation.Malformed(
              "claim name", "is \"" + text + "\", a field of the request itself", "another name"));
    }
    return FORM.matcher(text).matches()
        ? Optional.empty()
        : Optional.of(
            new Violation.Malformed(
                "claim name",
                "is not a claim name",
                "1 to 64 letters, digits, underscores, dots and hyphens, beginning with a letter"));
  }

  @Override
  public int compareTo(ClaimName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
