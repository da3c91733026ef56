package dev.partnerauth.token;

/** The three tokens of the platform, as far as an inspection can tell them apart. */
public enum TokenKind {
  ACCESS,
  SERVICE,
  SCOPED_ACCESS,
  UNKNOWN
}
