package dev.partnerauth.http;

import com.google.gson.JsonObject;
import dev.partnerauth.app.App;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.http.wire.AnswerReader;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Time;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

/**
 * The Authentication API over HTTP. Each call sends one request; refusals and failures of the
 * network are values. Stages complete on the executor that was given. Thread-safe; closing it
 * closes the transport.
 */
public final class HttpAuthenticationApi implements AuthenticationApi, AutoCloseable {

  private final JsonExchange exchange;
  private final AnswerTranslator translator;
  private final HttpTransport transport;

  private HttpAuthenticationApi(
      BaseAddress base, HttpTransport transport, Executor executor, Time time) {
    AnswerReader reader = new AnswerReader();
    this.exchange = new JsonExchange(base, transport, executor, time, reader);
    this.translator = new AnswerTranslator(reader, new JwtInspector());
    this.transport = transport;
  }

  /** With {@link ApacheAsyncTransport}, the JDK's common pool and the system's clocks. */
  public static HttpAuthenticationApi of(BaseAddress base) {
    return of(base, ApacheAsyncTransport.standard());
  }

  /** With the JDK's common pool and the system's clocks. */
  public static HttpAuthenticationApi of(BaseAddress base, HttpTransport transport) {
    return of(base, transport, ForkJoinPool.commonPool(), Time.system());
  }

  /**
   * With everything chosen.
   *
   * @param executor where answers are read and stages complete
   */
  public static HttpAuthenticationApi of(
      BaseAddress base, HttpTransport transport, Executor executor, Time time) {
    return new HttpAuthenticationApi(base, transport, executor, time);
  }

  @Override
  public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
      BackendApp app, Budget budget) {
    JsonCall<AccessToken> call =
        new JsonCall<>(
            new RefusalClassifier(Endpoint.ACCESS_TOKEN, false),
            Map.of(),
            credentials("client_credentials", app),
            List.of(app.clientSecret().reveal()),
            translator::accessToken);
    return exchange.ask(call, budget.time());
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      FrontendApp app, ServiceToken serviceToken, Budget budget) {
    JsonObject body = credentials("authorization_code", app);
    body.addProperty("code", serviceToken.reveal());
    JsonCall<ScopedAccessToken> call =
        new JsonCall<>(
            new RefusalClassifier(Endpoint.ACCESS_TOKEN, true),
            Map.of(),
            body,
            List.of(app.clientSecret().reveal(), serviceToken.reveal()),
            (answer, sentAt) -> translator.scopedAccessToken(answer, serviceToken, sentAt));
    return exchange.ask(call, budget.time());
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
            new RefusalClassifier(Endpoint.SERVICE_TOKEN, false),
            Map.of("Authorization", accessToken.authorizationHeader()),
            body,
            notToBeRepeated(accessToken, request),
            (answer, sentAt) -> translator.serviceToken(answer, request, sentAt));
    return exchange.ask(call, budget.time());
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
    transport.close();
  }
}
