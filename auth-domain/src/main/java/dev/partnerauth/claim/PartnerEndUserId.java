package dev.partnerauth.claim;

import dev.partnerauth.violation.FieldRule;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;

/**
 * The partner's own name for its end user. Personal data, so it does not print.
 *
 * @param value printable, not blank, at most {@value Claims#MAXIMUM_VALUE_LENGTH} characters;
 *     opaque otherwise
 * @since 0.1.0
 */
public record PartnerEndUserId(String value) {

  private static final FieldRule RULE =
      new FieldRule("partnerEndUserId", Claims.MAXIMUM_VALUE_LENGTH);

  public PartnerEndUserId {
    RULE.require(value);
  }

  public static Either<Violation, PartnerEndUserId> of(String text) {
    return RULE.check(text).map(PartnerEndUserId::new);
  }

  @Override
  public String toString() {
    return "PartnerEndUserId[redacted]";
  }
}
