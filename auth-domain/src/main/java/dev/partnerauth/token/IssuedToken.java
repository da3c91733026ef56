package dev.partnerauth.token;

/** What the three kinds have in common: a secret text that tells them apart within their kind. */
abstract class IssuedToken {

  private final TokenKind kind;
  private final TokenText text;

  IssuedToken(TokenKind kind, TokenText text) {
    this.kind = kind;
    this.text = text;
  }

  /** Which of the three it is. */
  public TokenKind kind() {
    return kind;
  }

  /** The token itself, for the header or body that needs it. */
  public String reveal() {
    return text.reveal();
  }

  public TokenDigest digest() {
    return text.digest();
  }

  /** Of the same kind, with the same text; in constant time. */
  @Override
  public final boolean equals(Object other) {
    return other instanceof IssuedToken token && kind == token.kind && text.equals(token.text);
  }

  @Override
  public final int hashCode() {
    return text.hashCode();
  }
}
