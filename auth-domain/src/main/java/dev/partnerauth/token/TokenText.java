package dev.partnerauth.token;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;

/**
 * A text that can be a token's. Equal in constant time; prints its fingerprint only; never
 * serialized.
 */
final class TokenText {

  private final transient String text;

  private TokenText(String text) {
    this.text = text;
  }

  /** Tokens are opaque, made of the characters of RFC 6749 appendix A.12: space to tilde. */
  static Either<Violation, TokenText> of(String field, String text) {
    if (text.isBlank()) {
      return Either.left(new Violation.Blank(field));
    }
    if (text.length() > Token.MAXIMUM_LENGTH) {
      return Either.left(new Violation.TooLong(field, text.length(), Token.MAXIMUM_LENGTH));
    }
    if (!isPrintableAscii(text)) {
      return Either.left(
          new Violation.Malformed(
              field,
              "contains characters that no token has",
              "the token exactly as it was issued"));
    }
    return Either.right(new TokenText(text));
  }

  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  String reveal() {
    return text;
  }

  TokenDigest digest() {
    return TokenDigest.of(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenText that && digest().equals(that.digest());
  }

  @Override
  public int hashCode() {
    return digest().hashCode();
  }

  @Override
  public String toString() {
    return digest().toString();
  }
}
