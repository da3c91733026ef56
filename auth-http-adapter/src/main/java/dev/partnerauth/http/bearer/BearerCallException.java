package dev.partnerauth.http.bearer;

import java.io.IOException;

/**
 * A call that was not made: nothing was sent to the platform. Free of secrets.
 *
 * @since 0.1.0
 */
public abstract sealed class BearerCallException extends IOException
    permits NoBearerTokenException, OutOfScopeException, PlainHttpException {

  private static final long serialVersionUID = 1L;

  BearerCallException(String message) {
    super(message);
  }
}
