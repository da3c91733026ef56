package dev.partnerauth.token;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.util.List;

/**
 * The general access token: opens every resource of every customer of the back-end app. Keep it in
 * the back end. Immutable.
 *
 * @since 0.1.0
 */
public final class AccessToken extends IssuedBearerToken implements BearerToken {

  private AccessToken(TokenText text, TokenTimes times, List<String> apiProducts) {
    super(text, times, apiProducts);
  }

  /**
   * A token as issued; the text is opaque, at most 16 KiB of the characters that RFC 6749 appendix
   * A.12 allows.
   */
  public static Either<Violation, AccessToken> of(
      String text, TokenTimes times, List<String> apiProducts) {
    return TokenText.of("access_token", text)
        .map(valid -> new AccessToken(valid, times, apiProducts));
  }

  @Override
  public TokenKind kind() {
    return TokenKind.ACCESS;
  }

  @Override
  public String toString() {
    return "AccessToken[" + digest() + ", expires " + expiresAt() + "]";
  }
}
