package dev.partnerauth.testkit.assertions;

import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import java.util.Optional;

/**
 * The front end's access token, with the purpose of the service token that it was exchanged for.
 *
 * @since 0.1.0
 */
public final class ScopedAccessTokenAssert
    extends DelegatingTokenAssert<ScopedAccessTokenAssert, ScopedAccessToken> {

  ScopedAccessTokenAssert(ScopedAccessToken token) {
    super(token, ScopedAccessTokenAssert.class);
  }

  @Override
  Optional<DelegatedPurpose> delegated() {
    return given().delegates();
  }
}
