package dev.partnerauth.testkit.hygiene;

import dev.partnerauth.AsyncPartnerAuth;
import dev.partnerauth.Delegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Credentials;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.settings.SandboxApp;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Does all that can be done with the library, well and badly, and keeps what it got. */
final class EveryOperation {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(10));

  private final HttpTransport transport;
  private final Canaries canaries;
  private final List<Object> held = Collections.synchronizedList(new ArrayList<>());
  private final AuthRuntime runtime =
      AuthRuntime.system().randomBy(() -> 0L).observedOn(Runnable::run).observedBy(held::add);
  private final BackendApp backend =
      BackendApp.of("canary-backend-key", Canaries.BACKEND_SECRET).get();
  private final FrontendApp frontend =
      FrontendApp.of("canary-frontend-key", Canaries.FRONTEND_SECRET).get();
  private final BackendApp mistyped =
      BackendApp.of("canary-backend-key", Canaries.WRONG_SECRET).get();
  private final ServiceTokenRequest request =
      ServiceTokenRequest.forInterview(
          new InterviewId("interview-1"), Lifetime.of(Duration.ofHours(1)));
  private final AccessToken bearer =
      AccessToken.of(
              Canaries.BEARER, TokenTimes.lasting(Duration.ofHours(1), Instant.now()), List.of())
          .get();
  private final ServiceToken code =
      ServiceToken.received(
              Canaries.CODE, new TokenInspection.Opaque("it came as a string"), Instant.now())
          .get();

  EveryOperation(HttpTransport transport, Canaries canaries) {
    this.transport = transport;
    this.canaries = canaries;
  }

  /** All objects that were handed in or out on the way, events included. */
  List<Object> held() {
    return List.copyOf(held);
  }

  void runAll() {
    held.addAll(List.of(transport, runtime, backend, frontend, mistyped, request, bearer, code));
    try (AuthSandbox sandbox =
        AuthSandbox.start(
            SandboxSettings.standard()
                .with(SandboxApp.of(backend))
                .with(SandboxApp.of(frontend)))) {
      HttpAuthenticationApi api = api(sandbox.base().toString());
      for (TokenCache cache : List.of(TokenCache.none(), CaffeineTokenCache.builder().build())) {
        succeed(PartnerAuth.of(api, backend, cache, runtime));
      }
      beRefused(api);
    }
    meetEchoes(Canaries.BACKEND_SECRET, this::askForAnAccessToken);
    meetEchoes(Canaries.BEARER, this::askForAServiceToken);
    meetEchoes(Canaries.FRONTEND_SECRET, this::askForAnExchange);
    meetEchoes(Canaries.CODE, this::askForAnExchange);
    try (ScriptedServer server = new ScriptedServer(OddAnswers.notFitting())) {
      askAll(api("http://127.0.0.1:" + server.port()));
    }
    askAll(api("http://127.0.0.1:1"));
    try (ScriptedServer withoutTls = new ScriptedServer("HTTP/1.1 400 No\r\n\r\n")) {
      kept(api("https://127.0.0.1:" + withoutTls.port()).accessToken(backend, BUDGET));
    }
  }

  /** Every host but loopback is reached by way of the proxy; this one does not exist. */
  void beTurnedAwayByAProxy() {
    held.add(transport);
    askAll(api("https://api.example.invalid"));
  }

  private HttpAuthenticationApi api(String base) {
    HttpAuthenticationApi api =
        HttpAuthenticationApi.of(
            BaseAddress.of(base).get(), transport, CallSettings.standard().tries(1), runtime);
    held.add(api);
    return api;
  }

  private void succeed(PartnerAuth auth) {
    AsyncPartnerAuth async = auth.async();
    Delegation delegation = auth.exchangingAs(frontend);
    held.addAll(List.of(auth, async, delegation, async.exchangingAs(frontend), auth.status()));
    AccessToken access = kept(auth.accessToken()).get();
    kept(async.accessToken());
    kept(auth.warmUp());
    ServiceToken service = kept(auth.serviceToken(request)).get();
    kept(async.serviceToken(request));
    ScopedAccessToken scoped = kept(delegation.scopedAccessToken(service)).get();
    kept(async.exchangingAs(frontend).scopedAccessToken(service));
    ScopedAccessToken delegated = kept(delegation.delegate(request, Duration.ofMinutes(5))).get();
    kept(async.exchangingAs(frontend).delegate(request, Duration.ofMinutes(5)));
    kept(delegation.delegate(request, Duration.ofDays(300)));
    kept(auth.within(Duration.ofNanos(1)).serviceToken(request));
    auth.reject(access);
    auth.reject(request, service);
    delegation.reject(service, scoped);
    delegation.reject(request, delegated);
    kept(auth.accessToken());
    held.add(auth.status());
  }

  private void beRefused(HttpAuthenticationApi api) {
    for (BackendApp app : List.of(mistyped, SeededApps.pending(), SeededApps.limited())) {
      PartnerAuth auth = PartnerAuth.of(api, app, TokenCache.none(), runtime);
      held.add(auth);
      kept(auth.accessToken());
      kept(auth.async().serviceToken(request));
      held.add(auth.status());
    }
    Credentials<BackendApp> rotating = () -> List.of(mistyped, backend);
    PartnerAuth auth =
        PartnerAuth.of(api, backend.clientId(), rotating, TokenCache.none(), runtime);
    kept(auth.accessToken());
    kept(auth.exchangingAs(frontend).scopedAccessToken(code));
    kept(
        auth.serviceToken(
            ServiceTokenRequest.of(
                    Purpose.named("api.example.com/unknown"),
                    request.claims(),
                    Lifetime.of(Duration.ofHours(1)))
                .getOrElse(request)));
    askAll(api);
  }

  /** A server can give back only what it was sent. */
  private void meetEchoes(String secret, Consumer<HttpAuthenticationApi> ask) {
    for (String answer : OddAnswers.echoing(secret)) {
      try (ScriptedServer server = new ScriptedServer(answer)) {
        ask.accept(api("http://127.0.0.1:" + server.port()));
      }
    }
  }

  private void askAll(HttpAuthenticationApi api) {
    askForAnAccessToken(api);
    askForAServiceToken(api);
    askForAnExchange(api);
  }

  private void askForAnAccessToken(HttpAuthenticationApi api) {
    kept(api.accessToken(backend, BUDGET));
  }

  private void askForAServiceToken(HttpAuthenticationApi api) {
    kept(api.serviceToken(bearer, request.at(Instant.now()).get(), BUDGET));
  }

  private void askForAnExchange(HttpAuthenticationApi api) {
    kept(api.scopedAccessToken(frontend, code, BUDGET));
  }

  private <T extends Token> Either<AuthFailure, T> kept(
      CompletionStage<Either<AuthFailure, T>> stage) {
    CompletableFuture<Either<AuthFailure, T>> future = stage.toCompletableFuture();
    Either<AuthFailure, T> outcome = kept(future.join());
    held.add(future);
    return outcome;
  }

  private <T extends Token> Either<AuthFailure, T> kept(Either<AuthFailure, T> outcome) {
    held.add(outcome);
    outcome.peek(
        token -> {
          canaries.watch(token.reveal());
          held.add(token);
        });
    outcome.peekLeft(
        failure -> {
          held.add(failure);
          held.add(failure.describe());
          held.add(new AuthException(failure));
        });
    return outcome;
  }
}
