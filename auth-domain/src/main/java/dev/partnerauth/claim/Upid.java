package dev.partnerauth.claim;

import dev.partnerauth.violation.FieldRule;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;

/**
 * The universal party identifier: one party, in a binder or of an interview.
 *
 * @param value printable, not blank, at most {@value Claims#MAXIMUM_VALUE_LENGTH} characters;
 *     opaque otherwise
 * @since 0.1.0
 */
public record Upid(String value) {

  private static final FieldRule RULE = new FieldRule("upid", Claims.MAXIMUM_VALUE_LENGTH);

  public Upid {
    RULE.require(value);
  }

  public static Either<Violation, Upid> of(String text) {
    return RULE.check(text).map(Upid::new);
  }
}
