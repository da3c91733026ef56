package dev.partnerauth.claim;

import dev.partnerauth.violation.FieldRule;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;

/**
 * Identifies one binder of the platform. Not a claim, but a resource that party tokens are held
 * against.
 *
 * @param value printable, not blank, at most {@value Claims#MAXIMUM_VALUE_LENGTH} characters;
 *     opaque otherwise
 * @since 0.1.0
 */
public record BinderId(String value) {

  private static final FieldRule RULE = new FieldRule("binderId", Claims.MAXIMUM_VALUE_LENGTH);

  public BinderId {
    RULE.require(value);
  }

  public static Either<Violation, BinderId> of(String text) {
    return RULE.check(text).map(BinderId::new);
  }
}
