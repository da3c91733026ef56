package dev.partnerauth.http.wire;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;

/**
 * A text that is not blank, where there is one. {@code @NotBlank} would tell of a missing one too,
 * and so a second time; {@code @Pattern} takes microseconds for a token.
 */
@Documented
@Retention(RUNTIME)
@Constraint(validatedBy = FilledValidator.class)
@interface Filled {

  String message() default Problem.BLANK;

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
