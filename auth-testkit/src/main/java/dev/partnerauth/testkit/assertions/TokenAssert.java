package dev.partnerauth.testkit.assertions;

import dev.partnerauth.scope.Scope;
import dev.partnerauth.token.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.annotation.CheckReturnValue;

/**
 * What every kind of token has: its times and its scope.
 *
 * @param <S> the assertions themselves
 * @param <T> the kind of token
 * @since 0.1.0
 */
public abstract class TokenAssert<S extends TokenAssert<S, T>, T extends Token>
    extends DomainAssert<S, T> {

  TokenAssert(T token, Class<S> self) {
    super("the token", token, self);
  }

  public final S expiresAt(Instant moment) {
    Optional<Instant> expiration = given().expiration();
    return expectEqual(
        Optional.of(moment), expiration, "to expire at " + moment, Findings.expiration(expiration));
  }

  /** That it came from elsewhere and does not say when it expires. */
  public final S hasNoKnownExpiration() {
    Optional<Instant> expiration = given().expiration();
    return expect(
        expiration.isEmpty(), "to have no known expiration", Findings.expiration(expiration));
  }

  /** From when it was asked for to when it expires. */
  public final S livesFor(Duration lifetime) {
    Optional<Duration> lives = given().lifetime();
    return expectEqual(
        Optional.of(lifetime),
        lives,
        "to live for " + lifetime,
        lives.map(other -> "it lives for " + other).orElse("its expiration is not known"));
  }

  public final S isExpiredAt(Instant moment) {
    return expect(
        given().isExpiredAt(moment),
        "to be expired at " + moment,
        Findings.expiration(given().expiration()));
  }

  /** That it is known to expire later. */
  public final S isLiveAt(Instant moment) {
    return expect(
        given().expiration().filter(moment::isBefore).isPresent(),
        "to be live at " + moment,
        Findings.expiration(given().expiration()));
  }

  /** Goes on about what it opens. */
  @CheckReturnValue
  public final ScopeAssert scope() {
    return goingOn(new ScopeAssert(Scope.of(given())));
  }
}
