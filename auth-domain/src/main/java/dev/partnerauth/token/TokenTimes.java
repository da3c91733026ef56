package dev.partnerauth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The times of an access token. Its expiry is the local moment before the request was sent plus
 * {@code expires_in}; the server's own time stamp only tells how far the clocks are apart (contract
 * section 2).
 *
 * @param obtainedAt before the request was sent, by the local clock
 * @param expiresAt later than {@code obtainedAt}
 * @param issuedAt when the server says that it issued the token, by its clock
 * @since 0.1.0
 */
public record TokenTimes(Instant obtainedAt, Instant expiresAt, Optional<Instant> issuedAt) {

  public TokenTimes {
    if (!expiresAt.isAfter(obtainedAt)) {
      throw new IllegalArgumentException("an access token expires after it was obtained");
    }
  }

  public static TokenTimes lasting(Duration lifetime, Instant obtainedAt) {
    return new TokenTimes(obtainedAt, obtainedAt.plus(lifetime), Optional.empty());
  }

  public TokenTimes issuedAt(Instant serverTime) {
    return new TokenTimes(obtainedAt, expiresAt, Optional.of(serverTime));
  }
}
