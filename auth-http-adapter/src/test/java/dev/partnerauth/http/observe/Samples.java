package dev.partnerauth.http.observe;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.AccessTokenRejected;
import dev.partnerauth.event.AuthEvent.AppSharedWithBackend;
import dev.partnerauth.event.AuthEvent.ClockSkewObserved;
import dev.partnerauth.event.AuthEvent.DeadOnArrival;
import dev.partnerauth.event.AuthEvent.ExpirationDiffers;
import dev.partnerauth.event.AuthEvent.FlightJoined;
import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.event.AuthEvent.NextCredentialsTried;
import dev.partnerauth.event.AuthEvent.RenewalFailed;
import dev.partnerauth.event.AuthEvent.SecretsAreLogged;
import dev.partnerauth.event.AuthEvent.ServedWhileRenewalFails;
import dev.partnerauth.event.AuthEvent.SharedEntryUnreadable;
import dev.partnerauth.event.AuthEvent.SharedStoreLost;
import dev.partnerauth.event.AuthEvent.SharedStoreRegained;
import dev.partnerauth.event.AuthEvent.TokenInvalidated;
import dev.partnerauth.event.AuthEvent.TokenIssued;
import dev.partnerauth.event.AuthEvent.TokenRenewed;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.TokenDigest;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenLabel;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One event of each kind. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final ClientId APP = new ClientId("backend-key");

  /** Its fingerprint is 3c469e9d. */
  static final TokenDigest TOKEN = digest("token");

  /** Its fingerprint is cba06b57. */
  static final TokenDigest OLD = digest("old");

  static final TokenLabel ACCESS = new TokenLabel(APP, TokenKind.ACCESS, Optional.empty());
  static final TokenLabel SERVICE =
      new TokenLabel(APP, TokenKind.SERVICE, Optional.of("api.rocketlawyer.com/rocketdoc"));

  static final AuthFailure LIMITED =
      new RateLimited(
          Facts.answered(Endpoint.ACCESS_TOKEN, 429)
              .errorCode("policies.ratelimit")
              .requestId("request-1")
              .retryAfter(Duration.ofSeconds(7)));

  static final AuthEvent ISSUED =
      new TokenIssued(SERVICE, TOKEN, Optional.of(NOW), Duration.ofMillis(120));
  static final AuthEvent FAILED = new IssueFailed(SERVICE, LIMITED, Duration.ofMillis(30));
  static final AuthEvent RENEWED =
      new TokenRenewed(ACCESS, OLD, TOKEN, Duration.ofHours(9), Duration.ofMinutes(5));
  static final AuthEvent JOINED = new FlightJoined(SERVICE);
  static final AuthEvent STORE_LOST = new SharedStoreLost(APP, text("connection refused"));

  private Samples() {}

  static List<AuthEvent> everyKind() {
    return List.of(
        ISSUED,
        FAILED,
        new AccessTokenRejected(APP, TOKEN),
        new NextCredentialsTried(APP),
        new AppSharedWithBackend(APP),
        new SecretsAreLogged(APP, List.of("wire", "headers")),
        new ClockSkewObserved(APP, Duration.ofMinutes(-1)),
        new ExpirationDiffers(SERVICE, NOW, NOW.plusSeconds(1)),
        new DeadOnArrival(ACCESS, TOKEN, NOW),
        RENEWED,
        new RenewalFailed(ACCESS, LIMITED, NOW, NOW.plusSeconds(30)),
        new ServedWhileRenewalFails(ACCESS, TOKEN, NOW),
        JOINED,
        new TokenInvalidated(ACCESS, TOKEN),
        STORE_LOST,
        new SharedStoreRegained(APP),
        new SharedEntryUnreadable(ACCESS, text("no key opens it")));
  }

  static AccessToken accessToken(Instant expiration) {
    TokenTimes times = new TokenTimes(NOW.minusSeconds(600), expiration, Optional.empty());
    return AccessToken.of("token", times, List.of()).get();
  }

  private static TokenDigest digest(String text) {
    TokenTimes times = TokenTimes.lasting(Duration.ofHours(10), NOW);
    return AccessToken.of(text, times, List.of()).get().digest();
  }

  private static ForeignText text(String text) {
    return ForeignText.of(text, List.of());
  }
}
