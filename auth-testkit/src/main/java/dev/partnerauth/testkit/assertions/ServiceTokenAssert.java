package dev.partnerauth.testkit.assertions;

import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ServiceToken;
import java.util.Optional;

/**
 * The token that delegates one purpose.
 *
 * @since 0.1.0
 */
public final class ServiceTokenAssert
    extends DelegatingTokenAssert<ServiceTokenAssert, ServiceToken> {

  ServiceTokenAssert(ServiceToken token) {
    super(token, ServiceTokenAssert.class);
  }

  @Override
  Optional<DelegatedPurpose> delegated() {
    return given().delegates();
  }
}
