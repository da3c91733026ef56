package dev.partnerauth.testkit.contract;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * What {@link AuthenticationApiContract} runs on: an adapter, a platform with four apps, and the
 * clock of both.
 */
abstract class AuthenticationApiUnderTest {

  static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));
  static final InterviewId INTERVIEW = new InterviewId("42313c4d-11bb-414a-81a4-9fda067d1ae7");

  /** The adapter under test. */
  protected abstract AuthenticationApi api();

  /** What both the adapter and the platform take for now. */
  protected abstract Instant now();

  /** Moves the clocks of the adapter and of the platform. */
  protected abstract void advance(Duration duration);

  /** An approved back-end app with the role for service tokens. */
  protected BackendApp backendApp() {
    return SeededApps.backend();
  }

  /** An approved front-end app. */
  protected FrontendApp frontendApp() {
    return SeededApps.frontend();
  }

  /** An approved back-end app without the role for service tokens. */
  protected BackendApp appWithoutRole() {
    return SeededApps.limited();
  }

  /** A back-end app that is registered, but not yet approved. */
  protected BackendApp appNotYetApproved() {
    return SeededApps.pending();
  }

  static ServiceTokenRequest interviewRequest(Duration lifetime) {
    return ServiceTokenRequest.forInterview(INTERVIEW, Lifetime.of(lifetime));
  }

  Either<AuthFailure, ServiceToken> serviceTokenWith(AccessToken accessToken) {
    DatedServiceTokenRequest request = interviewRequest(Duration.ofHours(2)).at(now()).get();
    return outcome(api().serviceToken(accessToken, request, BUDGET));
  }

  CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(ServiceTokenRequest request) {
    AccessToken accessToken = granted(api().accessToken(backendApp(), BUDGET));
    return api().serviceToken(accessToken, request.at(now()).get(), BUDGET);
  }

  /** What any adapter tells of a refusal; request ids, messages and tries are its own affair. */
  record Told(Class<? extends AuthFailure> kind, int status, String errorCode) {}

  static Told told(AuthFailure failure) {
    return new Told(
        failure.getClass(),
        failure.facts().status().orElse(0),
        failure.facts().errorCode().orElse("none"));
  }

  static <T> T granted(CompletionStage<Either<AuthFailure, T>> stage) {
    return outcome(stage)
        .getOrElseThrow(failure -> new AssertionError("refused: " + failure.describe()));
  }

  static <T> AuthFailure refused(CompletionStage<Either<AuthFailure, T>> stage) {
    return outcome(stage).swap().getOrElseThrow(token -> new AssertionError("granted: " + token));
  }

  static <T> Either<AuthFailure, T> outcome(CompletionStage<Either<AuthFailure, T>> stage) {
    return stage
        .toCompletableFuture()
        .orTimeout(2 * BUDGET.time().toSeconds(), TimeUnit.SECONDS)
        .join();
  }
}
