package dev.partnerauth.claim;

import dev.partnerauth.violation.FieldRule;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;

/**
 * Identifies one interview of the platform.
 *
 * @param value printable, not blank, at most {@value Claims#MAXIMUM_VALUE_LENGTH} characters;
 *     opaque otherwise
 * @since 0.1.0
 */
public record InterviewId(String value) {

  private static final FieldRule RULE = new FieldRule("interviewId", Claims.MAXIMUM_VALUE_LENGTH);

  public InterviewId {
    RULE.require(value);
  }

  public static Either<Violation, InterviewId> of(String text) {
    return RULE.check(text).map(InterviewId::new);
  }
}
