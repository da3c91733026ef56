package dev.partnerauth.benchmarks;

import dev.partnerauth.app.App;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Asks the API for scoped access tokens, without the facade. */
public record ScopedTokens(AuthenticationApi api)
    implements TokenLoader<ForScopedAccessToken, ScopedAccessToken> {

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> load(
      ForScopedAccessToken key, Budget budget) {
    return api.scopedAccessToken(Samples.FRONTEND, key.serviceToken(), budget);
  }

  @Override
  public ClientId clientId() {
    return Samples.FRONTEND.clientId();
  }

  @Override
  public TokenKind kind() {
    return TokenKind.SCOPED_ACCESS;
  }

  @Override
  public TokenEndpoint endpoint() {
    return new TokenEndpoint(api, Endpoint.ACCESS_TOKEN);
  }

  @Override
  public List<? extends App> credentials() {
    return List.of(Samples.FRONTEND);
  }
}
