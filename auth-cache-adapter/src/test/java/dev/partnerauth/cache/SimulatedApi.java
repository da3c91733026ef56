package dev.partnerauth.cache;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A whole server in simulated time, either endpoint of which may be away. */
final class SimulatedApi implements AuthenticationApi {

  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final Duration LIFETIME = Duration.ofHours(10);

  Optional<AuthFailure> accessTokenFailure = Optional.empty();
  Optional<AuthFailure> serviceTokenFailure = Optional.empty();
  private final Simulation simulation;
  private int issued;

  SimulatedApi(Simulation simulation) {
    this.simulation = simulation;
  }

  @Override
  public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
      BackendApp app, Budget budget) {
    Instant askedAt = simulation.now();
    return answer(
        accessTokenFailure,
        () ->
            AccessToken.of("access-" + issued++, TokenTimes.lasting(LIFETIME, askedAt), List.of())
                .get());
  }

  @Override
  public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      AccessToken accessToken, DatedServiceTokenRequest request, Budget budget) {
    Instant askedAt = simulation.now();
    return answer(
        serviceTokenFailure,
        () ->
            ServiceToken.issued(
                    "service-" + issued++,
                    new DelegatedPurpose("api.rocketlawyer.com/rocketdoc", Claims.none()),
                    askedAt,
                    request.expirationTime())
                .get());
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      FrontendApp app, ServiceToken serviceToken, Budget budget) {
    Instant askedAt = simulation.now();
    return answer(
        serviceTokenFailure,
        () ->
            ScopedAccessToken.of(
                    "scoped-" + issued++,
                    TokenTimes.lasting(LIFETIME, askedAt),
                    List.of(),
                    Optional.empty())
                .get());
  }

  private <T> CompletionStage<Either<AuthFailure, T>> answer(
      Optional<AuthFailure> failure, Supplier<T> token) {
    CompletableFuture<Either<AuthFailure, T>> answer = new CompletableFuture<>();
    var unused =
        simulation.after(
            LATENCY,
            () ->
                answer.complete(
                    failure
                        .<Either<AuthFailure, T>>map(Either::left)
                        .orElseGet(() -> Either.right(token.get()))));
    return answer;
  }
}
