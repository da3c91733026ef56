package dev.partnerauth;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.event.AuthEvent.AccessTokenRejected;
import dev.partnerauth.event.AuthEvent.ExpirationDiffers;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.AccessTokenRefused;
import dev.partnerauth.failure.CallerFailure.InvalidServiceTokenRequest;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Asks for service tokens with the cached access token. When the server refuses exactly that token,
 * it is rejected and the request repeated once with another: the cache cannot know of a revocation,
 * or of a machine that was suspended.
 */
record ServiceTokenLoader(
    AuthenticationApi api,
    Tokens<ForAccessToken, AccessToken> accessTokens,
    AccessTokenLoader accessTokenLoader,
    AuthRuntime runtime)
    implements TokenLoader<ForServiceToken, ServiceToken> {

  @Override
  public CompletionStage<Either<AuthFailure, ServiceToken>> load(
      ForServiceToken key, Budget budget) {
    return key.request()
        .at(runtime.time().now())
        .fold(
            invalid ->
                CompletableFuture.completedFuture(
                    Either.left(new InvalidServiceTokenRequest(invalid))),
            dated -> new Attempt(key, dated, Deadline.of(budget, runtime.time())).run());
  }

  @Override
  public ClientId clientId() {
    return accessTokenLoader.clientId();
  }

  @Override
  public TokenKind kind() {
    return TokenKind.SERVICE;
  }

  @Override
  public TokenEndpoint endpoint() {
    return new TokenEndpoint(api, Endpoint.SERVICE_TOKEN);
  }

  /** Of the access token behind it: new ones may come with new rights. */
  @Override
  public List<BackendApp> credentials() {
    return accessTokenLoader.credentials();
  }

  /** One wish on its way through at most two access tokens. */
  private final class Attempt {
    private final ForServiceToken key;
    private final ForAccessToken accessTokenKey;
    private final DatedServiceTokenRequest request;
    private final Deadline deadline;

    Attempt(ForServiceToken key, DatedServiceTokenRequest request, Deadline deadline) {
      this.key = key;
      this.accessTokenKey = new ForAccessToken(key.clientId());
      this.request = request;
      this.deadline = deadline;
    }

    CompletionStage<Either<AuthFailure, ServiceToken>> run() {
      return accessToken()
          .thenCompose(obtained -> ifObtained(obtained, this::askAndHeal))
          .thenApply(outcome -> outcome.peek(this::compareExpirations));
    }

    private CompletionStage<Either<AuthFailure, ServiceToken>> askAndHeal(AccessToken accessToken) {
      return ask(accessToken)
          .thenCompose(
              outcome ->
                  isRefused(outcome)
                      ? askWithAnother()
                      : CompletableFuture.completedFuture(outcome));
    }

    private CompletionStage<Either<AuthFailure, ServiceToken>> askWithAnother() {
      return accessToken().thenCompose(obtained -> ifObtained(obtained, this::ask));
    }

    private CompletionStage<Either<AuthFailure, AccessToken>> accessToken() {
      return deadline.call(
          remaining -> accessTokens.getAsync(accessTokenKey, Duration.ZERO, remaining));
    }

    private CompletionStage<Either<AuthFailure, ServiceToken>> ask(AccessToken accessToken) {
      return deadline
          .<ServiceToken>call(remaining -> api.serviceToken(accessToken, request, remaining))
          .thenApply(outcome -> outcome.peekLeft(failure -> rejectIfRefused(accessToken, failure)));
    }

    private void rejectIfRefused(AccessToken accessToken, AuthFailure failure) {
      if (failure instanceof AccessTokenRefused) {
        accessTokens.reject(accessTokenKey, accessToken);
        runtime.announce(new AccessTokenRejected(key.clientId(), accessToken.digest()));
      }
    }

    private void compareExpirations(ServiceToken token) {
      token
          .expiration()
          .filter(answered -> !answered.equals(request.expirationTime()))
          .ifPresent(
              answered ->
                  runtime.announce(
                      new ExpirationDiffers(key.label(), request.expirationTime(), answered)));
    }
  }

  private static boolean isRefused(Either<AuthFailure, ServiceToken> outcome) {
    return outcome.isLeft() && outcome.getLeft() instanceof AccessTokenRefused;
  }

  private static CompletionStage<Either<AuthFailure, ServiceToken>> ifObtained(
      Either<AuthFailure, AccessToken> obtained,
      Function<AccessToken, CompletionStage<Either<AuthFailure, ServiceToken>>> ask) {
    return obtained.fold(failure -> CompletableFuture.completedFuture(Either.left(failure)), ask);
  }
}
