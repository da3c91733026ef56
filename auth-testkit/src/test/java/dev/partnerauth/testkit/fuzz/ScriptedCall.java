package dev.partnerauth.testkit.fuzz;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.PartnerEndUserId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.testkit.time.MovableTime;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One of the three calls over a transport that answers as it is told, at once and on this thread.
 * What is sent has characters in it at which headers and lines are cut.
 */
enum ScriptedCall {
  ACCESS_TOKEN("Kanarienvogel;of/App \"7731", "Kanarienvogel;of/App \"7731") {
    @Override
    CompletionStage<? extends Either<AuthFailure, ? extends Token>> on(AuthenticationApi api) {
      return api.accessToken(BackendApp.of("backend", splices().secret()).get(), BUDGET);
    }
  },
  EXCHANGE("Hyazinth-ARA;of/Frontend 9915", "Rotkehlchen;of=Code, 5527") {
    @Override
    CompletionStage<? extends Either<AuthFailure, ? extends Token>> on(AuthenticationApi api) {
      ServiceToken code =
          ServiceToken.issued(
                  splices().otherSecret(),
                  new DelegatedPurpose("api.rocketlawyer.com/rocketdoc", Claims.none()),
                  NOW,
                  NOW.plusSeconds(60))
              .get();
      return api.scopedAccessToken(
          FrontendApp.of("frontend", splices().secret()).get(), code, BUDGET);
    }
  },
  SERVICE_TOKEN("Nachtigall+Bearer/;Token,3308", "Zaunkoenig;User=4471") {
    @Override
    CompletionStage<? extends Either<AuthFailure, ? extends Token>> on(AuthenticationApi api) {
      AccessToken bearer =
          AccessToken.of(
                  splices().secret(), TokenTimes.lasting(Duration.ofHours(10), NOW), List.of())
              .get();
      DatedServiceTokenRequest request =
          ServiceTokenRequest.forInterview(
                  new InterviewId("interview-4711"),
                  new PartnerEndUserId(splices().otherSecret()),
                  Lifetime.of(Duration.ofHours(1)))
              .at(NOW)
              .get();
      return api.serviceToken(bearer, request, BUDGET);
    }
  };

  private static final Instant NOW = Instant.parse("2025-07-01T12:00:00.250Z");
  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15)).once();
  private static final AuthRuntime RUNTIME =
      AuthRuntime.system().runningOn(Runnable::run).at(MovableTime.stoppedAt(NOW));

  private final String secret;
  private final String otherSecret;

  ScriptedCall(String secret, String otherSecret) {
    this.secret = secret;
    this.otherSecret = otherSecret;
  }

  /** With the secrets that this call sends. */
  Splices splices() {
    return new Splices(secret, otherSecret);
  }

  abstract CompletionStage<? extends Either<AuthFailure, ? extends Token>> on(
      AuthenticationApi api);

  /** What came of it. Whatever escapes the stage is thrown. */
  Either<AuthFailure, Token> answeredWith(HttpResponse response) {
    HttpAuthenticationApi api =
        HttpAuthenticationApi.of(
            BaseAddress.sandbox(),
            request -> CompletableFuture.completedFuture(response),
            CallSettings.standard(),
            RUNTIME);
    CompletableFuture<? extends Either<AuthFailure, ? extends Token>> stage =
        on(api).toCompletableFuture();
    Shown.check(stage.isDone(), "the stage is done when the answer is there");
    return Either.narrow(stage.join());
  }
}
