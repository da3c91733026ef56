package dev.partnerauth.token;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An access token for the front end: opens only the interview or the party of the service token
 * that it was exchanged for. Immutable.
 *
 * @since 0.1.0
 */
public final class ScopedAccessToken extends IssuedBearerToken implements BearerToken {

  private final @Nullable DelegatedPurpose delegates;

  private ScopedAccessToken(
      TokenText text,
      TokenTimes times,
      List<String> apiProducts,
      Optional<DelegatedPurpose> delegates) {
    super(text, times, apiProducts);
    this.delegates = delegates.orElse(null);
  }

  /**
   * A token as issued; the text is opaque, at most 16 KiB of the characters that RFC 6749 appendix
   * A.12 allows.
   *
   * @param delegates what it was scoped to, where that is known
   */
  public static Either<Violation, ScopedAccessToken> of(
      String text,
      TokenTimes times,
      List<String> apiProducts,
      Optional<DelegatedPurpose> delegates) {
    return TokenText.of("access_token", text)
        .map(valid -> new ScopedAccessToken(valid, times, apiProducts, delegates));
  }

  @Override
  public TokenKind kind() {
    return TokenKind.SCOPED_ACCESS;
  }

  /** The purpose and claims of its service token, where they are known. */
  public Optional<DelegatedPurpose> delegates() {
    return Optional.ofNullable(delegates);
  }

  @Override
  public String toString() {
    return "ScopedAccessToken["
        + digest()
        + ", expires "
        + expiresAt()
        + delegates().map(purpose -> ", " + purpose.name()).orElse("")
        + "]";
  }
}
