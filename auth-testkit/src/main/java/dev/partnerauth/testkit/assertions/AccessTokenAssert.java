package dev.partnerauth.testkit.assertions;

import dev.partnerauth.token.AccessToken;

/** The general access token, which opens everything of its app. */
public final class AccessTokenAssert extends TokenAssert<AccessTokenAssert, AccessToken> {

  AccessTokenAssert(AccessToken token) {
    super(token, AccessTokenAssert.class);
  }
}
