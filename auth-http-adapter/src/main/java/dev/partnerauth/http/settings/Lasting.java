package dev.partnerauth.http.settings;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;

/** A duration between two others, both included. */
@Documented
@Retention(RUNTIME)
@Constraint(validatedBy = LastingValidator.class)
@interface Lasting {

  /** As {@link java.time.Duration#parse} reads it. */
  String atLeast();

  /** As {@link java.time.Duration#parse} reads it. */
  String atMost();

  String message() default "a duration from {atLeast} to {atMost}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
