package dev.partnerauth.testkit.wire;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.PartnerEndUserId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The calls that a case can name, each with the same arguments in every case. */
enum WireCall {
  ACCESS_TOKEN("accessToken") {
    @Override
    Either<AuthFailure, ? extends Token> on(AuthenticationApi api) {
      return api.accessToken(BackendApp.of("backend-key", SECRET).get(), BUDGET)
          .toCompletableFuture()
          .join();
    }
  },
  SERVICE_TOKEN("serviceToken") {
    @Override
    Either<AuthFailure, ? extends Token> on(AuthenticationApi api) {
      return api.serviceToken(
              AccessToken.of(BEARER, TokenTimes.lasting(Duration.ofHours(10), NOW), List.of())
                  .get(),
              request().at(NOW).get(),
              BUDGET)
          .toCompletableFuture()
          .join();
    }
  },
  SCOPED_ACCESS_TOKEN("scopedAccessToken") {
    @Override
    Either<AuthFailure, ? extends Token> on(AuthenticationApi api) {
      ServiceToken issued =
          ServiceToken.issued(CODE, request().delegates(), NOW, NOW.plusSeconds(3600)).get();
      return exchanged(api, issued);
    }
  },
  SCOPED_ACCESS_TOKEN_OF_UNKNOWN_PURPOSE("scopedAccessToken, purpose unknown") {
    @Override
    Either<AuthFailure, ? extends Token> on(AuthenticationApi api) {
      var opaque = new TokenInspection.Opaque("it came as a string");
      return exchanged(api, ServiceToken.received(CODE, opaque, NOW).get());
    }
  };

  /** The local clock, which stands still; years after the published samples were issued. */
  static final Instant NOW = Instant.parse("2025-07-01T12:00:00.250Z");

  private static final String SECRET = "the-secret-that-was-sent";
  private static final String BEARER = "the.bearer.that-was-sent";
  private static final String CODE = "the.service.token-that-was-sent";
  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(20)).once();

  private final String spelling;

  WireCall(String spelling) {
    this.spelling = spelling;
  }

  abstract Either<AuthFailure, ? extends Token> on(AuthenticationApi api);

  static Optional<WireCall> spelled(String text) {
    return Arrays.stream(values()).filter(call -> call.spelling.equals(text)).findFirst();
  }

  private static ServiceTokenRequest request() {
    return ServiceTokenRequest.forInterview(
        new InterviewId("42313c4d-11bb-414a-81a4-9fda067d1ae7"),
        new PartnerEndUserId("end-user-7"),
        Lifetime.until(Instant.ofEpochSecond(1753696695)));
  }

  private static Either<AuthFailure, ? extends Token> exchanged(
      AuthenticationApi api, ServiceToken serviceToken) {
    return api.scopedAccessToken(FrontendApp.of("frontend-key", SECRET).get(), serviceToken, BUDGET)
        .toCompletableFuture()
        .join();
  }
}
