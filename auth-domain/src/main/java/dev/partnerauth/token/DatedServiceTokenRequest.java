package dev.partnerauth.token;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A service token request with the expiration that goes over the wire. {@link
 * ServiceTokenRequest#at} makes it, and checks that the expiration lies ahead and not too far.
 *
 * @param expirationTime in whole seconds
 * @since 0.1.0
 */
public record DatedServiceTokenRequest(ServiceTokenRequest request, Instant expirationTime) {

  public DatedServiceTokenRequest {
    if (!expirationTime.equals(expirationTime.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException("expirationTime has fractions of a second");
    }
  }
}
