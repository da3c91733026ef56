package dev.partnerauth;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.event.AuthEvent.AppSharedWithBackend;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Credentials;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Exchanges service tokens with the credentials that were given last for a front-end app. */
final class ScopedTokenLoader implements TokenLoader<ForScopedAccessToken, ScopedAccessToken> {

  private final AuthenticationApi api;
  private final ClientId backendApp;
  private final ClientId frontendApp;
  private final AuthRuntime runtime;
  private volatile Credentials<FrontendApp> credentials;

  ScopedTokenLoader(
      AuthenticationApi api,
      ClientId backendApp,
      ClientId frontendApp,
      Credentials<FrontendApp> credentials,
      AuthRuntime runtime) {
    this.api = api;
    this.backendApp = backendApp;
    this.frontendApp = frontendApp;
    this.credentials = credentials;
    this.runtime = runtime;
  }

  void use(Credentials<FrontendApp> latest) {
    credentials = latest;
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> load(
      ForScopedAccessToken key, Budget budget) {
    Deadline deadline = Deadline.of(budget, runtime.time());
    return new Rotation<>(credentials, runtime)
        .call(
            app -> {
              warnOfASharedApp(app);
              return deadline.call(
                  remaining -> api.scopedAccessToken(app, key.serviceToken(), remaining));
            });
  }

  /** Whether it was said by name or only happens to be the same app. */
  private void warnOfASharedApp(FrontendApp app) {
    if (app.isSharedWithBackend() || app.clientId().equals(backendApp)) {
      runtime.announce(new AppSharedWithBackend(app.clientId()));
    }
  }

  @Override
  public ClientId clientId() {
    return frontendApp;
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
  public List<FrontendApp> credentials() {
    return credentials.current();
  }
}
