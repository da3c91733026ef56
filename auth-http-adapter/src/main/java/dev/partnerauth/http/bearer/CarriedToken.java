package dev.partnerauth.http.bearer;

import dev.partnerauth.token.BearerToken;

/**
 * A token for one call, with the way back to its source. Immutable; prints no secret.
 *
 * @since 0.1.0
 */
public final class CarriedToken {

  private final BearerToken token;
  private final Runnable rejection;

  /**
   * @param rejection tells the source never to serve this very token again
   */
  CarriedToken(BearerToken token, Runnable rejection) {
    this.token = token;
    this.rejection = rejection;
  }

  /** The value of the {@code Authorization} header, a secret: {@code Bearer} and the token. */
  public String authorizationHeader() {
    return token.authorizationHeader();
  }

  BearerToken token() {
    return token;
  }

  void reject() {
    rejection.run();
  }

  boolean isAnotherThan(CarriedToken other) {
    return !token.equals(other.token);
  }

  @Override
  public String toString() {
    return token.toString();
  }
}
