package dev.partnerauth.testkit;

import dev.partnerauth.app.App;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.testkit.engine.IssuedBearerToken;
import dev.partnerauth.testkit.engine.PlatformEngine;
import dev.partnerauth.testkit.engine.PurposeRequest;
import dev.partnerauth.testkit.engine.TokenRequest;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * The platform in memory: the same decisions as {@link AuthSandbox}, without HTTP. Answers at once,
 * on the caller's thread. Thread-safe.
 */
public final class FakeAuthenticationApi implements AuthenticationApi {

  private final PlatformEngine engine;
  private final SandboxSettings settings;

  private FakeAuthenticationApi(SandboxSettings settings) {
    this.engine = new PlatformEngine(settings);
    this.settings = settings;
  }

  /** With the seeded apps, the standard purposes and the system's clocks. */
  public static FakeAuthenticationApi standard() {
    return of(SandboxSettings.standard());
  }

  public static FakeAuthenticationApi of(SandboxSettings settings) {
    return new FakeAuthenticationApi(settings);
  }

  @Override
  public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
      BackendApp app, Budget budget) {
    Instant askedAt = settings.time().now();
    return answered(
        engine
            .accessToken(request(TokenRequest.CLIENT_CREDENTIALS, app, Optional.empty()))
            .mapLeft(FakeFailures::atAccessToken)
            .map(
                issued ->
                    AccessToken.of(
                            issued.text(), times(issued, askedAt), issued.app().apiProducts())
                        .get()));
  }

  @Override
  public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      AccessToken accessToken, DatedServiceTokenRequest request, Budget budget) {
    Instant askedAt = settings.time().now();
    Map<String, String> claims =
        request.request().claims().asMap().entrySet().stream()
            .collect(Collectors.toMap(claim -> claim.getKey().value(), Map.Entry::getValue));
    PurposeRequest asked =
        new PurposeRequest(
            Optional.of(request.request().purpose().name()),
            Optional.of(request.expirationTime().getEpochSecond()),
            claims);
    return answered(
        engine
            .serviceToken(Optional.of(accessToken.reveal()), Optional.of(asked))
            .mapLeft(FakeFailures::atServiceToken)
            .map(
                issued ->
                    ServiceToken.issued(
                            issued.text(),
                            request.request().delegates(),
                            askedAt,
                            issued.expirationTime())
                        .get()));
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      FrontendApp app, ServiceToken serviceToken, Budget budget) {
    Instant askedAt = settings.time().now();
    return answered(
        engine
            .accessToken(
                request(TokenRequest.AUTHORIZATION_CODE, app, Optional.of(serviceToken.reveal())))
            .mapLeft(FakeFailures::atAccessToken)
            .map(
                issued ->
                    ScopedAccessToken.of(
                            issued.text(),
                            times(issued, askedAt),
                            issued.app().apiProducts(),
                            serviceToken.delegates().or(issued::delegates))
                        .get()));
  }

  private static TokenRequest request(String grantType, App app, Optional<String> code) {
    return new TokenRequest(
        Optional.of(grantType),
        Optional.of(app.clientId().value()),
        Optional.of(app.clientSecret().reveal()),
        code);
  }

  private static TokenTimes times(IssuedBearerToken issued, Instant askedAt) {
    return TokenTimes.lasting(issued.expiresIn(), askedAt)
        .issuedAt(issued.issuedAt().truncatedTo(ChronoUnit.MILLIS));
  }

  private static <T> CompletionStage<Either<AuthFailure, T>> answered(
      Either<AuthFailure, T> outcome) {
    return CompletableFuture.completedFuture(outcome);
  }
}
