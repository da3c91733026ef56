package dev.partnerauth.token;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/**
 * Delegates one purpose, to the embedded UX or in exchange for a {@link ScopedAccessToken}. As
 * secret as the others: with the embedded UX, or with a front-end app's key, it is its whole scope.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class ServiceToken extends IssuedToken implements Token {

  /** It is the key of the cache of scoped tokens, looked up on every read. */
  private final transient TokenDigest digest;

  private final Instant obtainedAt;
  private final Optional<Instant> expiration;
  private final Optional<DelegatedPurpose> delegates;

  private ServiceToken(
      TokenText text,
      Instant obtainedAt,
      Optional<Instant> expiration,
      Optional<DelegatedPurpose> delegates) {
    super(text);
    this.digest = text.digest();
    this.obtainedAt = obtainedAt;
    this.expiration = expiration;
    this.delegates = delegates;
  }

  /**
   * A token as issued for a request.
   *
   * @param expiration as the answer says, which may differ from what was asked, and may be past
   */
  public static Either<Violation, ServiceToken> issued(
      String text, DelegatedPurpose delegates, Instant obtainedAt, Instant expiration) {
    return TokenText.of("token", text)
        .map(
            valid ->
                new ServiceToken(
                    valid, obtainedAt, Optional.of(expiration), Optional.of(delegates)));
  }

  /**
   * A token that came from elsewhere as a string, such as the {@code rl-rdoc-servicetoken} header
   * of an interview's answer. Its purpose and expiration are known as far as the inspection could
   * read them.
   */
  public static Either<Violation, ServiceToken> received(
      String text, TokenInspection inspection, Instant receivedAt) {
    return restored(text, receivedAt, inspection.expiresAt(), inspection.delegates());
  }

  /**
   * A token as a store read it, with everything that was known when it was written. For authors of
   * stores, whose data may have been changed by others: the text is checked like that of a token
   * that comes from elsewhere.
   *
   * @param obtainedAt as {@link #obtainedAt} returned it, or moved to the clock of this process
   * @param expiration likewise; it may be unknown, and may be past
   */
  public static Either<Violation, ServiceToken> restored(
      String text,
      Instant obtainedAt,
      Optional<Instant> expiration,
      Optional<DelegatedPurpose> delegates) {
    return TokenText.of("service token", text)
        .map(valid -> new ServiceToken(valid, obtainedAt, expiration, delegates));
  }

  @Override
  public TokenKind kind() {
    return TokenKind.SERVICE;
  }

  @Override
  public TokenDigest digest() {
    return digest;
  }

  /** The purpose and claims that it delegates, where they are known. */
  public Optional<DelegatedPurpose> delegates() {
    return delegates;
  }

  @Override
  public Instant obtainedAt() {
    return obtainedAt;
  }

  @Override
  public Optional<Instant> expiration() {
    return expiration;
  }

  @Override
  public String toString() {
    return "ServiceToken["
        + digest()
        + expiration.map(when -> ", expires " + when).orElse(", expiry unknown")
        + delegates.map(purpose -> ", " + purpose.name()).orElse("")
        + "]";
  }
}
