package dev.partnerauth.testkit.contract;

import dev.partnerauth.app.App;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A server that does what the test says, and counts what it is asked. Thread-safe. */
final class ScriptedLoader implements TokenLoader<ForServiceToken, ServiceToken> {

  private final Time time;
  private final Delays delays;
  private final ClientId clientId;
  private final TokenEndpoint endpoint;
  private final AtomicInteger issued = new AtomicInteger();
  private final List<Request> requests = new ArrayList<>();
  private final Map<Integer, CompletableFuture<Request>> awaited = new HashMap<>();
  private volatile Script script = grants(Duration.ofHours(10));
  private volatile Supplier<List<BackendApp>> credentials = () -> List.of(SeededApps.backend());

  ScriptedLoader(Time time, Delays delays) {
    this(
        time,
        delays,
        SeededApps.backend().clientId(),
        new TokenEndpoint(FakeAuthenticationApi.standard(), Endpoint.SERVICE_TOKEN));
  }

  private ScriptedLoader(Time time, Delays delays, ClientId clientId, TokenEndpoint endpoint) {
    this.time = time;
    this.delays = delays;
    this.clientId = clientId;
    this.endpoint = endpoint;
  }

  /** At the same server. */
  ScriptedLoader ofAnotherApp(ClientId app, Endpoint asked) {
    return new ScriptedLoader(time, delays, app, new TokenEndpoint(endpoint.api(), asked));
  }

  /** What becomes of a request. */
  @FunctionalInterface
  interface Script {
    void run(Request request);
  }

  /**
   * A request as it came.
   *
   * @param answer open until the script or the test completes it
   */
  record Request(
      ForServiceToken key,
      Budget budget,
      Instant at,
      CompletableFuture<Either<AuthFailure, ServiceToken>> answer) {

    void grant(ServiceToken token) {
      answer.complete(Either.right(token));
    }

    void refuse(AuthFailure failure) {
      answer.complete(Either.left(failure));
    }
  }

  static ForServiceToken key(int number) {
    return key(SeededApps.backend().clientId(), number);
  }

  static ForServiceToken key(ClientId app, int number) {
    return new ForServiceToken(
        app, ServiceTokenRequest.forBinderParty(new Upid("party-" + number), Lifetime.oneYear()));
  }

  /** From now on. */
  void follows(Script next) {
    script = next;
  }

  /** Answers at once with a new token. */
  Script grants(Duration lifetime) {
    return request -> request.grant(token(request, lifetime));
  }

  /** The token's life begins when it is asked for, as a real one's does. */
  Script grantsAfter(Duration latency, Duration lifetime) {
    return request -> after(latency, () -> request.grant(token(request, lifetime)));
  }

  /** Answers at once. */
  Script refuses(AuthFailure failure) {
    return request -> request.refuse(failure);
  }

  Script refusesAfter(Duration latency, AuthFailure failure) {
    return request -> after(latency, () -> request.refuse(failure));
  }

  /** Leaves requests open, for the test to answer. */
  Script holds() {
    return request -> {};
  }

  ServiceToken token(Request request, Duration lifetime) {
    return token(request, request.at().plus(lifetime));
  }

  ServiceToken token(Request request, Instant expiration) {
    return ServiceToken.issued(
            "service-token-" + issued.incrementAndGet(),
            request.key().request().delegates(),
            request.at(),
            expiration)
        .get();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // nobody cancels an answer
  private void after(Duration latency, Runnable answer) {
    var unused = delays.after(latency, answer);
  }

  void presents(Supplier<List<BackendApp>> next) {
    credentials = next;
  }

  synchronized int count() {
    return requests.size();
  }

  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The first request is number 1. Completes when it has come and the script has run. */
  synchronized CompletableFuture<Request> request(int number) {
    return number <= requests.size()
        ? CompletableFuture.completedFuture(requests.get(number - 1))
        : awaited.computeIfAbsent(number, unknown -> new CompletableFuture<>());
  }

  @Override
  public CompletionStage<Either<AuthFailure, ServiceToken>> load(
      ForServiceToken key, Budget budget) {
    Request request = new Request(key, budget, time.now(), new CompletableFuture<>());
    try {
      var unused = credentials.get();
      script.run(request);
    } finally {
      came(request);
    }
    return request.answer();
  }

  private synchronized void came(Request request) {
    requests.add(request);
    awaited
        .computeIfAbsent(requests.size(), unknown -> new CompletableFuture<>())
        .complete(request);
  }

  @Override
  public ClientId clientId() {
    return clientId;
  }

  @Override
  public TokenKind kind() {
    return TokenKind.SERVICE;
  }

  @Override
  public TokenEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public List<? extends App> credentials() {
    return credentials.get();
  }
}
