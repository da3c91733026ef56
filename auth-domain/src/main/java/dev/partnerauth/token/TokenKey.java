package dev.partnerauth.token;

import dev.partnerauth.app.ClientId;
import java.util.Optional;

/**
 * What a token is asked for with: everything that decides which token would be issued. Prints
 * without secrets and end users' identifiers.
 *
 * @param <T> the kind of token
 */
public sealed interface TokenKey<T extends Token> {

  /** The app that asks. It stays the same while the app's secret is rotated. */
  ClientId clientId();

  /** What the token is kept under. */
  TokenName name();

  /** What may be told of this key to anybody. */
  TokenLabel label();

  /** There is one general access token for each back-end app. */
  record ForAccessToken(ClientId clientId) implements TokenKey<AccessToken>, TokenName {
    @Override
    public TokenName name() {
      return this;
    }

    @Override
    public byte[] canonical() {
      return CanonicalBytes.of(TokenKind.ACCESS, clientId).bytes();
    }

    @Override
    public TokenLabel label() {
      return new TokenLabel(clientId, TokenKind.ACCESS, Optional.empty());
    }
  }

  /** One service token for each back-end app and wish. */
  record ForServiceToken(ClientId clientId, ServiceTokenRequest request)
      implements TokenKey<ServiceToken>, TokenName {
    @Override
    public TokenName name() {
      return this;
    }

    @Override
    public byte[] canonical() {
      return CanonicalBytes.of(clientId, request).bytes();
    }

    @Override
    public TokenLabel label() {
      return new TokenLabel(clientId, TokenKind.SERVICE, Optional.of(request.purpose().name()));
    }
  }

  /** One scoped access token for each front-end app and service token. */
  record ForScopedAccessToken(ClientId clientId, ServiceToken serviceToken)
      implements TokenKey<ScopedAccessToken> {
    @Override
    public TokenName name() {
      return new TokenName.Exchanged(clientId, serviceToken.digest());
    }

    @Override
    public TokenLabel label() {
      return new TokenLabel(
          clientId, TokenKind.SCOPED_ACCESS, serviceToken.delegates().map(DelegatedPurpose::name));
    }
  }
}
