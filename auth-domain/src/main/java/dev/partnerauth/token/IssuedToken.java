package dev.partnerauth.token;

/** What the three kinds have in common: a secret text that tells them apart within their kind. */
abstract class IssuedToken {

  private final transient String text;

  IssuedToken(TokenText text) {
    this.text = text.reveal();
  }

  /** Which of the three it is. */
  public abstract TokenKind kind();

  /** The token itself, for the header or body that needs it. */
  public String reveal() {
    return text;
  }

  /** Made when it is asked for: most tokens are kept by the thousand and seldom compared. */
  public TokenDigest digest() {
    return TokenDigest.of(text);
  }

  /** Of the same kind, with the same text; in constant time. */
  @Override
  public final boolean equals(Object other) {
    return other instanceof IssuedToken token
        && kind() == token.kind()
        && digest().equals(token.digest());
  }

  @Override
  public final int hashCode() {
    return digest().hashCode();
  }
}
