package dev.partnerauth.token;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long a service token shall live: for a while from the moment it is asked for, or until a
 * fixed moment. There is no default, since a delegation of a year should be written down by whoever
 * wants one. Whether it lies in the past or absurdly far is judged against the clock, by {@link
 * #expirationAt}.
 *
 * @since 0.1.0
 */
public sealed interface Lifetime {

  /**
   * The last moment that can be asked for: a year beyond 9999 is a mistake of units (contract
   * section 3).
   */
  Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  static Lifetime of(Duration duration) {
    return new For(duration);
  }

  static Lifetime until(Instant expiration) {
    return new Until(expiration);
  }

  /** 365 days: as long as the platform's own documents let a service token live. */
  static Lifetime oneYear() {
    return of(Duration.ofDays(365));
  }

  /**
   * The expiration of a token asked for at {@code now}, in whole seconds as the wire has them
   * (rounded down); or what is wrong with it.
   */
  Either<Violation, Instant> expirationAt(Instant now);

  private static Either<Violation, Instant> checked(Instant expiration, Instant now) {
    Instant seconds = expiration.truncatedTo(ChronoUnit.SECONDS);
    if (!seconds.isAfter(now)) {
      return Either.left(new Violation.ExpirationInThePast(seconds, now));
    }
    return Either.right(seconds);
  }

  private static Violation tooFar(Object expiration) {
    return new Violation.ExpirationTooFar(expiration.toString(), LATEST);
  }

  /** Counted from the moment of asking. */
  record For(Duration duration) implements Lifetime {
    @Override
    public Either<Violation, Instant> expirationAt(Instant now) {
      if (duration.isNegative() || duration.isZero()) {
        return Either.left(
            new Violation.Malformed(
                "expirationTime", "lies " + duration + " from now", "a positive duration"));
      }
      return duration.compareTo(Duration.between(now, LATEST)) > 0
          ? Either.left(tooFar(duration))
          : checked(now.plus(duration), now);
    }
  }

  /** A fixed moment. */
  record Until(Instant expiration) implements Lifetime {
    @Override
    public Either<Violation, Instant> expirationAt(Instant now) {
      return expiration.isAfter(LATEST)
          ? Either.left(tooFar(expiration))
          : checked(expiration, now);
    }
  }
}
