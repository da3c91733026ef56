package dev.partnerauth.testkit.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * A token that is issued, and is odd.
 *
 * @param expiredOnArrival its expiration lies in the past already
 * @param revokedAfter how long it is good for, whatever it says of itself
 * @param clockSkew by how much the issuing server's clock is ahead
 * @since 0.1.0
 */
public record OddToken(
    boolean expiredOnArrival, Optional<Duration> revokedAfter, Duration clockSkew)
    implements Fault {

  /** Nothing is. */
  public static final OddToken NOT_AT_ALL = new OddToken(false, Optional.empty(), Duration.ZERO);

  @Override
  public String describe() {
    if (expiredOnArrival) {
      return "a token that is expired on arrival";
    }
    return revokedAfter
        .map(life -> "a token that is revoked after " + life)
        .orElseGet(() -> "a token by a clock that is off by " + clockSkew);
  }
}
