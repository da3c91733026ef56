package dev.partnerauth;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * An API in memory: records what it is asked, gives the answers it was told to give, and issues
 * access-1, access-2 and so on when it was told nothing. Each request takes the time it was told.
 */
final class ScriptedApi implements AuthenticationApi {

  /** A request as it arrived. */
  sealed interface Call {
    Budget budget();

    record ForAccess(BackendApp app, Budget budget) implements Call {}

    record ForService(AccessToken accessToken, DatedServiceTokenRequest request, Budget budget)
        implements Call {}

    record ForScoped(FrontendApp app, ServiceToken serviceToken, Budget budget) implements Call {}
  }

  private final HandMovedTime time;
  private final List<Call> calls = new ArrayList<>();
  private final Deque<CompletionStage<Either<AuthFailure, AccessToken>>> access =
      new ArrayDeque<>();
  private final Deque<CompletionStage<Either<AuthFailure, ServiceToken>>> service =
      new ArrayDeque<>();
  private final Deque<CompletionStage<Either<AuthFailure, ScopedAccessToken>>> scoped =
      new ArrayDeque<>();
  private Duration eachCallTakes = Duration.ZERO;

  ScriptedApi(HandMovedTime time) {
    this.time = time;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  ScriptedApi eachCallTakes(Duration duration) {
    eachCallTakes = duration;
    return this;
  }

  ScriptedApi issuesAccess(AccessToken token) {
    return answersAccess(CompletableFuture.completedFuture(Either.right(token)));
  }

  ScriptedApi refusesAccess(AuthFailure failure) {
    return answersAccess(CompletableFuture.completedFuture(Either.left(failure)));
  }

  ScriptedApi answersAccess(CompletionStage<Either<AuthFailure, AccessToken>> answer) {
    access.add(answer);
    return this;
  }

  ScriptedApi issuesService(ServiceToken token) {
    service.add(CompletableFuture.completedFuture(Either.right(token)));
    return this;
  }

  ScriptedApi refusesService(AuthFailure failure) {
    service.add(CompletableFuture.completedFuture(Either.left(failure)));
    return this;
  }

  ScriptedApi issuesScoped(ScopedAccessToken token) {
    scoped.add(CompletableFuture.completedFuture(Either.right(token)));
    return this;
  }

  ScriptedApi refusesScoped(AuthFailure failure) {
    scoped.add(CompletableFuture.completedFuture(Either.left(failure)));
    return this;
  }

  @Override
  public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
      BackendApp app, Budget budget) {
    TokenTimes times = TokenTimes.lasting(Samples.TEN_HOURS, time.now());
    String name = next("access-", new Call.ForAccess(app, budget));
    return access.isEmpty()
        ? CompletableFuture.completedFuture(Either.right(Samples.anAccessToken(name, times)))
        : access.remove();
  }

  @Override
  public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      AccessToken accessToken, DatedServiceTokenRequest request, Budget budget) {
    String name = next("service-", new Call.ForService(accessToken, request, budget));
    return service.isEmpty()
        ? CompletableFuture.completedFuture(
            Either.right(Samples.aServiceToken(name, request.expirationTime())))
        : service.remove();
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      FrontendApp app, ServiceToken serviceToken, Budget budget) {
    TokenTimes times = TokenTimes.lasting(Samples.TEN_HOURS, time.now());
    String name = next("scoped-", new Call.ForScoped(app, serviceToken, budget));
    return scoped.isEmpty()
        ? CompletableFuture.completedFuture(Either.right(Samples.aScopedToken(name, times)))
        : scoped.remove();
  }

  private String next(String prefix, Call call) {
    calls.add(call);
    time.advance(eachCallTakes);
    return prefix + calls.stream().filter(past -> past.getClass() == call.getClass()).count();
  }
}
