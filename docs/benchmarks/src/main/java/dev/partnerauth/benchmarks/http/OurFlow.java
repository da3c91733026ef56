package dev.partnerauth.benchmarks.http;

import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** By this library, each call joined before the next. */
record OurFlow(HttpAuthenticationApi api, HttpTransport transport) implements Flow {

  static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));
  static final InterviewId INTERVIEW = new InterviewId("5ad6c3d8-58f7-4f6b-9ce4-6c1d6d6f3a52");
  static final Instant EXPIRATION = Instant.parse("2099-12-31T00:00:00Z");

  static OurFlow of(URI base, HttpTransport transport, Executor executor) {
    return new OurFlow(
        HttpAuthenticationApi.of(
            BaseAddress.of(base).get(),
            transport,
            CallSettings.standard(),
            AuthRuntime.system().runningOn(executor)),
        transport);
  }

  static DatedServiceTokenRequest request() {
    return ServiceTokenRequest.forInterview(INTERVIEW, Lifetime.until(EXPIRATION))
        .at(Instant.now())
        .get();
  }

  @Override
  public String run() {
    AccessToken general =
        api.accessToken(Samples.BACKEND, BUDGET).toCompletableFuture().join().get();
    ServiceToken service =
        api.serviceToken(general, request(), BUDGET).toCompletableFuture().join().get();
    return api.scopedAccessToken(Samples.FRONTEND, service, BUDGET)
        .toCompletableFuture()
        .join()
        .get()
        .reveal();
  }

  @Override
  public void close() {
    transport.close();
  }
}
