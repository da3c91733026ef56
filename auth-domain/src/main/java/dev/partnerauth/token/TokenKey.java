package dev.partnerauth.token;

import dev.partnerauth.app.ClientId;

/**
 * What a token is known by: everything that decides which token would be issued. Prints without
 * secrets and end users' identifiers.
 *
 * @param <T> the kind of token
 */
public sealed interface TokenKey<T extends Token> {

  /** The app that asks. It stays the same while the app's secret is rotated. */
  ClientId clientId();

  /** There is one general access token for each back-end app. */
  record ForAccessToken(ClientId clientId) implements TokenKey<AccessToken> {}

  /** One service token for each back-end app and wish. */
  record ForServiceToken(ClientId clientId, ServiceTokenRequest request)
      implements TokenKey<ServiceToken> {}

  /** One scoped access token for each front-end app and service token. */
  record ForScopedAccessToken(ClientId clientId, ServiceToken serviceToken)
      implements TokenKey<ScopedAccessToken> {}
}
