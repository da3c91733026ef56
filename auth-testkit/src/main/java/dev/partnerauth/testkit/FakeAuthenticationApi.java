package dev.partnerauth.testkit;

import dev.partnerauth.app.App;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.testkit.engine.Answered;
import dev.partnerauth.testkit.engine.IssuedBearerToken;
import dev.partnerauth.testkit.engine.PurposeRequest;
import dev.partnerauth.testkit.engine.TokenRequest;
import dev.partnerauth.testkit.fault.BrokenConnection;
import dev.partnerauth.testkit.fault.OddAnswer.TruncatedToken;
import dev.partnerauth.testkit.fault.Planned;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A platform reached in memory: the same decisions as over HTTP, without HTTP. Answers on the
 * caller's thread, unless an answer is planned to be late; sends nothing twice. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FakeAuthenticationApi implements AuthenticationApi {

  private final Platform platform;

  private FakeAuthenticationApi(Platform platform) {
    this.platform = platform;
  }

  /** With the seeded apps, the standard purposes and the system's clocks. */
  public static FakeAuthenticationApi standard() {
    return to(Platform.standard());
  }

  public static FakeAuthenticationApi of(SandboxSettings settings) {
    return to(Platform.of(settings));
  }

  public static FakeAuthenticationApi to(Platform platform) {
    return new FakeAuthenticationApi(platform);
  }

  /** What is reached. */
  public Platform platform() {
    return platform;
  }

  @Override
  public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
      BackendApp app, Budget budget) {
    Instant askedAt = platform.time().now();
    return arriving(
        new FakeFailures(Endpoint.ACCESS_TOKEN, false),
        budget,
        platform
            .endpoints()
            .accessToken(request(TokenRequest.CLIENT_CREDENTIALS, app, Optional.empty())),
        (issued, odd) ->
            AccessToken.of(
                    odd.text(issued.text()), times(issued, askedAt), issued.app().apiProducts())
                .get());
  }

  @Override
  public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      AccessToken accessToken, DatedServiceTokenRequest request, Budget budget) {
    Instant askedAt = platform.time().now();
    Map<String, String> claims =
        request.request().claims().asMap().entrySet().stream()
            .collect(Collectors.toMap(claim -> claim.getKey().value(), Map.Entry::getValue));
    PurposeRequest asked =
        new PurposeRequest(
            Optional.of(request.request().purpose().name()),
            Optional.of(request.expirationTime().getEpochSecond()),
            claims);
    return arriving(
        new FakeFailures(Endpoint.SERVICE_TOKEN, false),
        budget,
        platform.endpoints().serviceToken(Optional.of(accessToken.reveal()), Optional.of(asked)),
        (issued, odd) ->
            ServiceToken.issued(
                    odd.text(issued.text()),
                    request.request().delegates(),
                    askedAt,
                    issued.expirationTime())
                .get());
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      FrontendApp app, ServiceToken serviceToken, Budget budget) {
    Instant askedAt = platform.time().now();
    return arriving(
        new FakeFailures(Endpoint.ACCESS_TOKEN, true),
        budget,
        platform
            .endpoints()
            .accessToken(
                request(TokenRequest.AUTHORIZATION_CODE, app, Optional.of(serviceToken.reveal()))),
        (issued, odd) ->
            ScopedAccessToken.of(
                    odd.text(issued.text()),
                    times(issued, askedAt),
                    issued.app().apiProducts(),
                    serviceToken.delegates().or(issued::delegates))
                .get());
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

  /** The text of a token, as it arrives. */
  @FunctionalInterface
  private interface Texts {
    String text(String issued);
  }

  private <A, T> CompletionStage<Either<AuthFailure, T>> arriving(
      FakeFailures failures, Budget budget, Answered<A> answered, BiFunction<A, Texts, T> token) {
    Planned planned = answered.planned();
    Texts texts =
        text -> planned.fault() instanceof TruncatedToken truncated ? truncated.cut(text) : text;
    Either<AuthFailure, T> decision =
        answered.decision().mapLeft(failures::of).map(issued -> token.apply(issued, texts));
    Either<AuthFailure, T> outcome =
        failures
            .insteadOfTheDecision(planned.fault())
            .<Either<AuthFailure, T>>map(Either::left)
            .orElse(decision);
    boolean never = planned.trickling() || planned.fault() == BrokenConnection.STALL;
    if (never || planned.delay().compareTo(budget.time()) >= 0) {
      return after(budget.time(), Either.left(failures.timedOut()));
    }
    return planned.delay().isZero()
        ? CompletableFuture.completedFuture(outcome)
        : after(planned.delay(), outcome);
  }

  private <T> CompletionStage<Either<AuthFailure, T>> after(
      Duration delay, Either<AuthFailure, T> outcome) {
    CompletableFuture<Either<AuthFailure, T>> arrived = new CompletableFuture<>();
    platform.delays().after(delay, () -> arrived.complete(outcome));
    return arrived;
  }
}
