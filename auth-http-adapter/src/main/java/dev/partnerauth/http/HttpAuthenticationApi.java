package dev.partnerauth.http;

import com.google.gson.JsonObject;
import dev.partnerauth.app.App;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.event.AuthEvent.SecretsAreLogged;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.http.async.Deadlines;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.settings.HttpSettings;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.http.wire.AnswerReader;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * The Authentication API over HTTP. A request that fails for a reason that may pass is sent again,
 * where the budget allows it; refusals and failures of the network are values. Stages complete on
 * the runtime's executor; one that is cancelled sends no further request. Thread-safe. Closing it
 * closes the transport that it made itself, never one that was handed in.
 *
 * @since 0.1.0
 */
public final class HttpAuthenticationApi implements AuthenticationApi, AutoCloseable {

  private final JsonExchange exchange;
  private final AnswerTranslator translator;
  private final AuthRuntime runtime;
  private final AtomicReference<List<String>> loggersToWarnOf;
  private final Runnable closing;

  private HttpAuthenticationApi(
      BaseAddress base,
      HttpTransport transport,
      CallSettings settings,
      AuthRuntime runtime,
      Runnable closing) {
    AnswerReader reader = new AnswerReader();
    Retries retries = new Retries(settings, runtime.random());
    this.exchange =
        new JsonExchange(
            base,
            transport,
            settings.largestAnswer(),
            retries,
            runtime,
            reader,
            Deadlines.system());
    this.translator = new AnswerTranslator(reader, new JwtInspector());
    this.runtime = runtime;
    this.loggersToWarnOf = new AtomicReference<>(transport.loggersThatPrintSecrets());
    this.closing = closing;
  }

  /** With {@link ApacheAsyncTransport}, and all as {@link HttpSettings#standard} has it. */
  public static HttpAuthenticationApi of(BaseAddress base) {
    return of(base, HttpSettings.standard(), AuthRuntime.system());
  }

  /** With {@link ApacheAsyncTransport}. */
  public static HttpAuthenticationApi of(
      BaseAddress base, HttpSettings settings, AuthRuntime runtime) {
    ApacheAsyncTransport transport = ApacheAsyncTransport.of(settings.network());
    return new HttpAuthenticationApi(base, transport, settings.calls(), runtime, transport::close);
  }

  /** With a transport that is yours to close. */
  public static HttpAuthenticationApi of(BaseAddress base, HttpTransport transport) {
    return of(base, transport, CallSettings.standard(), AuthRuntime.system());
  }

  /**
   * With a transport that is yours to close.
   *
   * @param runtime its executor is where answers are read and stages complete
   */
  public static HttpAuthenticationApi of(
      BaseAddress base, HttpTransport transport, AuthRuntime runtime) {
    return of(base, transport, CallSettings.standard(), runtime);
  }

  /**
   * With everything chosen.
   *
   * @param transport yours to close
   * @param runtime its executor is where answers are read and stages complete
   */
  public static HttpAuthenticationApi of(
      BaseAddress base, HttpTransport transport, CallSettings settings, AuthRuntime runtime) {
    return new HttpAuthenticationApi(base, transport, settings, runtime, () -> {});
  }

  @Override
  public AuthRuntime runtime() {
    return runtime;
  }

  @Override
  public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
      BackendApp app, Budget budget) {
    warnOfLoggers(app);
    JsonCall<AccessToken> call =
        new JsonCall<>(
            Endpoint.ACCESS_TOKEN,
            false,
            Map.of(),
            credentials("client_credentials", app),
            List.of(app.clientSecret().reveal()),
            translator::accessToken);
    return exchange.ask(call, budget);
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      FrontendApp app, ServiceToken serviceToken, Budget budget) {
    warnOfLoggers(app);
    JsonObject body = credentials("authorization_code", app);
    body.addProperty("code", serviceToken.reveal());
    JsonCall<ScopedAccessToken> call =
        new JsonCall<>(
            Endpoint.ACCESS_TOKEN,
            true,
            Map.of(),
            body,
            List.of(app.clientSecret().reveal(), serviceToken.reveal()),
            (answer, sentAt) -> translator.scopedAccessToken(answer, serviceToken, sentAt));
    return exchange.ask(call, budget);
  }

  @Override
  public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      AccessToken accessToken, DatedServiceTokenRequest request, Budget budget) {
    JsonObject body = new JsonObject();
    body.addProperty("purpose", request.request().purpose().name());
    body.addProperty("expirationTime", request.expirationTime().getEpochSecond());
    request
        .request()
        .claims()
        .asMap()
        .forEach((name, value) -> body.addProperty(name.value(), value));
    JsonCall<ServiceToken> call =
        new JsonCall<>(
            Endpoint.SERVICE_TOKEN,
            false,
            Map.of("Authorization", accessToken.authorizationHeader()),
            body,
            notToBeRepeated(accessToken, request),
            (answer, sentAt) -> translator.serviceToken(answer, request, sentAt));
    return exchange.ask(call, budget);
  }

  /** Once: with the first call that has an app, since an event tells whose secrets are at stake. */
  private void warnOfLoggers(App app) {
    List<String> loggers = loggersToWarnOf.getAndSet(List.of());
    if (!loggers.isEmpty()) {
      runtime.announce(new SecretsAreLogged(app.clientId(), loggers));
    }
  }

  /** The token, and the claims' values, which may name an end user; short ones are common words. */
  private static List<String> notToBeRepeated(
      AccessToken accessToken, DatedServiceTokenRequest request) {
    return Stream.concat(
            Stream.of(accessToken.reveal()),
            request.request().claims().asMap().values().stream()
                .filter(value -> value.length() > 3))
        .toList();
  }

  private static JsonObject credentials(String grantType, App app) {
    JsonObject body = new JsonObject();
    body.addProperty("grant_type", grantType);
    body.addProperty("client_id", app.clientId().value());
    body.addProperty("client_secret", app.clientSecret().reveal());
    return body;
  }

  @Override
  public void close() {
    closing.run();
  }
}
