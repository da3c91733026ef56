package dev.partnerauth.http.bearer;

/**
 * A named host was to be called over plain {@code http}, where anybody could read the token.
 *
 * @since 0.1.0
 */
public final class PlainHttpException extends BearerCallException {

  private static final long serialVersionUID = 1L;

  PlainHttpException(Origin origin) {
    super("A token is not sent to " + origin + " over plain http. Use https.");
  }
}
