package dev.partnerauth.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token that goes into the {@code Authorization} header of a call (RFC 6750).
 *
 * @since 0.1.0
 */
public sealed interface BearerToken extends Token permits AccessToken, ScopedAccessToken {

  TokenTimes times();

  /** The API products that the app may use, as the answer listed them. */
  List<String> apiProducts();

  default Instant expiresAt() {
    return times().expiresAt();
  }

  @Override
  default Instant obtainedAt() {
    return times().obtainedAt();
  }

  @Override
  default Optional<Instant> expiration() {
    return Optional.of(expiresAt());
  }

  /**
   * {@code Bearer …}: what the platform wants although its answers call the type {@code
   * BearerToken}.
   */
  default String authorizationHeader() {
    return "Bearer " + reveal();
  }
}
