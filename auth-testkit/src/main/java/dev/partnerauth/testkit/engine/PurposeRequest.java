package dev.partnerauth.testkit.engine;

import java.util.Map;
import java.util.Optional;

/**
 * What {@code /servicetoken} is asked, field by field as it came.
 *
 * @param expirationTime in seconds since the epoch, where it was a whole number
 * @param claims every other field that was a string
 */
public record PurposeRequest(
    Optional<String> purpose, Optional<Long> expirationTime, Map<String, String> claims) {

  public PurposeRequest {
    claims = Map.copyOf(claims);
  }
}
