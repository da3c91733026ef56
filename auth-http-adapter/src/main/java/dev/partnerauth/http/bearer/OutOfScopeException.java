package dev.partnerauth.http.bearer;

import dev.partnerauth.scope.ScopeViolation;

/**
 * The platform's published rules say that no token of this source opens the operation.
 *
 * @since 0.1.0
 */
public final class OutOfScopeException extends BearerCallException {

  private static final long serialVersionUID = 1L;

  private final transient ScopeViolation violation;

  OutOfScopeException(BearerTokens tokens, ScopeViolation violation) {
    super("These calls carry a token from " + tokens.name() + ". " + violation.describe());
    this.violation = violation;
  }

  /**
   * What would be needed; not carried through Java serialization, where only the message survives.
   */
  public ScopeViolation violation() {
    return violation;
  }
}
