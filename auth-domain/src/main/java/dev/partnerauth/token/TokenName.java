package dev.partnerauth.token;

import dev.partnerauth.app.ClientId;

/**
 * What a token is kept under. Equal for equal keys; unlike a key it holds no other token, so that
 * keeping one token keeps no other alive.
 *
 * @since 0.1.0
 */
public sealed interface TokenName
    permits TokenKey.ForAccessToken, TokenKey.ForServiceToken, TokenName.Exchanged {

  /** The app that asks. */
  ClientId clientId();

  /**
   * The same bytes on every machine, and different bytes for names that differ in anything that is
   * sent: each part with its length before it. They may name an end user, so a shared store should
   * be given a keyed hash.
   */
  byte[] canonical();

  /** The name of a scoped access token. */
  record Exchanged(ClientId clientId, TokenDigest serviceToken) implements TokenName {
    @Override
    public byte[] canonical() {
      return CanonicalBytes.of(TokenKind.SCOPED_ACCESS, clientId).text(serviceToken.hex()).bytes();
    }
  }
}
