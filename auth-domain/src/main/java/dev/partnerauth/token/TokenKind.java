package dev.partnerauth.token;

/**
 * The three tokens of the platform, as far as an inspection can tell them apart.
 *
 * @since 0.1.0
 */
public enum TokenKind {
  ACCESS,
  SERVICE,
  SCOPED_ACCESS,
  UNKNOWN
}
