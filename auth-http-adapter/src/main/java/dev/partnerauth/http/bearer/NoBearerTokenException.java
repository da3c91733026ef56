package dev.partnerauth.http.bearer;

import dev.partnerauth.failure.AuthFailure;

/**
 * The source had no token for the call.
 *
 * @since 0.1.0
 */
public final class NoBearerTokenException extends BearerCallException {

  private static final long serialVersionUID = 1L;

  private final transient AuthFailure failure;

  NoBearerTokenException(BearerTokens tokens, AuthFailure failure) {
    super("There is no token from " + tokens.name() + ". " + failure.describe());
    this.failure = failure;
  }

  /** Why not; not carried through Java serialization, where only the message survives. */
  public AuthFailure failure() {
    return failure;
  }
}
