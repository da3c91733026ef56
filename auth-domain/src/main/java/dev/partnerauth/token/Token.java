package dev.partnerauth.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token of the platform: a secret text with what is known about it. Two tokens are equal when
 * they are of the same kind and their texts are the same (compared in constant time); {@code
 * toString} shows a fingerprint and the expiry, never the text.
 *
 * @since 0.1.0
 */
public sealed interface Token permits BearerToken, ServiceToken {

  /**
   * The greatest length of a token's text, in characters: far above any published token, far below
   * what servers accept in a header or body.
   */
  int MAXIMUM_LENGTH = 16 * 1024;

  /** Which of the three it is. */
  TokenKind kind();

  /** The token itself, for the header or body that needs it. */
  String reveal();

  TokenDigest digest();

  /**
   * The local moment from which its life is reckoned: before the request for it was sent, or when
   * it was handed in.
   */
  Instant obtainedAt();

  /** When it dies, where that is known. */
  Optional<Instant> expiration();

  /** From {@link #obtainedAt} to {@link #expiration}; zero for a token that was dead on arrival. */
  default Optional<Duration> lifetime() {
    return expiration()
        .map(expiration -> Duration.between(obtainedAt(), expiration))
        .map(lifetime -> lifetime.isNegative() ? Duration.ZERO : lifetime);
  }

  /** Whether it is known to be dead: false while its expiration is unknown. */
  default boolean isExpiredAt(Instant now) {
    return expiration().filter(expiration -> !now.isBefore(expiration)).isPresent();
  }
}
