package dev.partnerauth.token;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A service token request with the expiration that goes over the wire. Only {@link
 * ServiceTokenRequest#at} makes one from a clock, so what reaches an adapter has been checked.
 *
 * @param expirationTime in whole seconds
 */
public record DatedServiceTokenRequest(ServiceTokenRequest request, Instant expirationTime) {

  public DatedServiceTokenRequest {
    if (!expirationTime.equals(expirationTime.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException("expirationTime has fractions of a second");
    }
  }
}
