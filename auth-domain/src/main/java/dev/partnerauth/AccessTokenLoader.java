package dev.partnerauth;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Asks for general access tokens with the back-end app's current credentials. */
record AccessTokenLoader(
    AuthenticationApi api, ClientId clientId, Rotation<BackendApp> rotation, AuthRuntime runtime)
    implements TokenLoader<ForAccessToken, AccessToken> {

  @Override
  public CompletionStage<Either<AuthFailure, AccessToken>> load(ForAccessToken key, Budget budget) {
    Deadline deadline = Deadline.of(budget, runtime.time());
    return rotation.call(app -> deadline.call(remaining -> api.accessToken(app, remaining)));
  }

  @Override
  public TokenKind kind() {
    return TokenKind.ACCESS;
  }

  @Override
  public TokenEndpoint endpoint() {
    return new TokenEndpoint(api, Endpoint.ACCESS_TOKEN);
  }

  @Override
  public List<BackendApp> credentials() {
    return rotation.credentials().current();
  }
}
