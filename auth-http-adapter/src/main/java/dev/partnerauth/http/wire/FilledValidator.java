package dev.partnerauth.http.wire;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** How {@link Filled} is checked. */
@Introspected
final class FilledValidator implements ConstraintValidator<Filled, String> {

  @Override
  public boolean isValid(
      @Nullable String text, AnnotationValue<Filled> filled, ConstraintValidatorContext context) {
    return text == null || !text.isBlank();
  }
}
