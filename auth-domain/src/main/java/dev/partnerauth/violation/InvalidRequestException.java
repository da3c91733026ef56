package dev.partnerauth.violation;

/**
 * What is wrong with values that were handed in, for code that throws: {@code BackendApp.of(key,
 * secret).getOrElseThrow(InvalidRequestException::new)}. Its message names every field, problem and
 * cure.
 *
 * @since 0.1.0
 */
public final class InvalidRequestException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidRequestException(InvalidRequest invalid) {
    super(invalid.describe());
  }

  public InvalidRequestException(Violation violation) {
    this(InvalidRequest.because(violation));
  }
}
