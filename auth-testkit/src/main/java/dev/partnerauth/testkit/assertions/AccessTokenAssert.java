package dev.partnerauth.testkit.assertions;

import dev.partnerauth.token.AccessToken;

/**
 * The general access token, which opens everything of its app.
 *
 * @since 0.1.0
 */
public final class AccessTokenAssert extends TokenAssert<AccessTokenAssert, AccessToken> {

  AccessTokenAssert(AccessToken token) {
    super(token, AccessTokenAssert.class);
  }
}
