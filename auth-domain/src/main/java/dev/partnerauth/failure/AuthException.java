package dev.partnerauth.failure;

/**
 * A failure for stacks that throw: {@code auth.accessToken().getOrElseThrow(AuthException::new)}.
 * Its message is the failure's {@link AuthFailure#describe}.
 *
 * @since 0.1.0
 */
public final class AuthException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient AuthFailure failure;

  public AuthException(AuthFailure failure) {
    super(failure.describe());
    this.failure = failure;
  }

  /**
   * The failure itself; not carried through Java serialization, where only the message survives.
   */
  public AuthFailure failure() {
    return failure;
  }
}
