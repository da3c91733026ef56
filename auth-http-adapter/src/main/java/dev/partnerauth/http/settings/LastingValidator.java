package dev.partnerauth.http.settings;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How {@link Lasting} is checked. */
@Introspected
final class LastingValidator implements ConstraintValidator<Lasting, Duration> {

  @Override
  public boolean isValid(
      @Nullable Duration value,
      AnnotationValue<Lasting> bounds,
      ConstraintValidatorContext context) {
    return value != null
        && value.compareTo(bound(bounds, "atLeast")) >= 0
        && value.compareTo(bound(bounds, "atMost")) <= 0;
  }

  private static Duration bound(AnnotationValue<Lasting> bounds, String name) {
    return Duration.parse(bounds.getRequiredValue(name, String.class));
  }
}
