package dev.partnerauth.http.bearer;

import dev.partnerauth.token.BearerToken;

/**
 * A token for one call, with the way back to its source.
 *
 * @param rejection tells the source never to serve this very token again
 */
record HeldToken(BearerToken token, Runnable rejection) {

  String authorizationHeader() {
    return token.authorizationHeader();
  }

  boolean isAnotherThan(HeldToken other) {
    return !token.equals(other.token);
  }

  @Override
  public String toString() {
    return token.toString();
  }
}
