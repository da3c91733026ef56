package dev.partnerauth.token;

import dev.partnerauth.app.ClientId;
import java.util.Optional;

/**
 * What a token is asked for with: everything that decides which token would be issued. Prints
 * without secrets and end users' identifiers.
 *
 * @param <T> the kind of token
 * @since 0.1.0
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
  final class ForScopedAccessToken implements TokenKey<ScopedAccessToken> {

    private final ServiceToken serviceToken;
    private final TokenName.Exchanged name;

    public ForScopedAccessToken(ClientId clientId, ServiceToken serviceToken) {
      this.serviceToken = serviceToken;
      this.name = new TokenName.Exchanged(clientId, serviceToken.digest());
    }

    @Override
    public ClientId clientId() {
      return name.clientId();
    }

    public ServiceToken serviceToken() {
      return serviceToken;
    }

    /** Always the same object: whoever asks often with one key pays for its name once. */
    @Override
    public TokenName name() {
      return name;
    }

    @Override
    public TokenLabel label() {
      return new TokenLabel(
          clientId(),
          TokenKind.SCOPED_ACCESS,
          serviceToken.delegates().map(DelegatedPurpose::name));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ForScopedAccessToken key && name.equals(key.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public String toString() {
      return "ForScopedAccessToken[clientId=" + clientId() + ", serviceToken=" + serviceToken + "]";
    }
  }
}
