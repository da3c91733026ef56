package dev.partnerauth.testkit.bearer;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import io.vavr.control.Either;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** The fake, which knows how often it was asked for tokens that go into calls. */
final class CountingApi implements AuthenticationApi {

  private final AuthenticationApi fake = FakeAuthenticationApi.standard();
  private final AtomicInteger accessTokens = new AtomicInteger();
  private final AtomicInteger scopedTokens = new AtomicInteger();

  @Override
  public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
      BackendApp app, Budget budget) {
    accessTokens.incrementAndGet();
    return fake.accessToken(app, budget);
  }

  @Override
  public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      AccessToken accessToken, DatedServiceTokenRequest request, Budget budget) {
    return fake.serviceToken(accessToken, request, budget);
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      FrontendApp app, ServiceToken serviceToken, Budget budget) {
    scopedTokens.incrementAndGet();
    return fake.scopedAccessToken(app, serviceToken, budget);
  }

  int accessTokens() {
    return accessTokens.get();
  }

  int scopedTokens() {
    return scopedTokens.get();
  }
}
