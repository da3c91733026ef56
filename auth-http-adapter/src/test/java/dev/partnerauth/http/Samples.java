package dev.partnerauth.http;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.PartnerEndUserId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Values that any test may use without caring what exactly they are. */
final class Samples {

  /** The local clock of every test, years after the published samples were issued. */
  static final Instant NOW = Instant.parse("2025-07-01T12:00:00.250Z");

  static final Duration DEADLINE = Duration.ofSeconds(15);
  static final Budget BUDGET = Budget.of(DEADLINE).once();
  static final String BACKEND_SECRET = "backend-App-secret";
  static final String FRONTEND_SECRET = "frontend-App-secret";
  static final String BEARER = "general-access-token";
  static final String CODE = "service-token-to-exchange";
  static final InterviewId INTERVIEW = new InterviewId("42313c4d-11bb-414a-81a4-9fda067d1ae7");
  static final PartnerEndUserId END_USER = new PartnerEndUserId("end-user-7");
  static final Upid PARTY = new Upid("d25eb612-17c2-4e58-9700-28bfa25e0df0");

  private Samples() {}

  static BackendApp aBackendApp() {
    return BackendApp.of("ZEAURAIq2q7ngQMBxRdvGFOQmy7q57xWxVW2nVP4EGzLy68H", BACKEND_SECRET).get();
  }

  static FrontendApp aFrontendApp() {
    return FrontendApp.of("your-App-key", FRONTEND_SECRET).get();
  }

  static AccessToken anAccessToken() {
    return AccessToken.of(BEARER, TokenTimes.lasting(Duration.ofHours(10), NOW), List.of()).get();
  }

  /** Issued for {@link #anInterviewRequest}. */
  static ServiceToken aServiceToken() {
    return ServiceToken.issued(
            CODE, delegatedInterview(), NOW, Instant.parse("2025-07-28T09:58:15Z"))
        .get();
  }

  /** A service token that came as a string which is no JWT. */
  static ServiceToken aReceivedServiceToken() {
    return ServiceToken.received(CODE, new TokenInspection.Opaque("it is a sample"), NOW).get();
  }

  static DelegatedPurpose delegatedInterview() {
    return new DelegatedPurpose(
        "api.rocketlawyer.com/rocketdoc", Claims.of(INTERVIEW).and(END_USER));
  }

  static DatedServiceTokenRequest anInterviewRequest() {
    return dated(
        ServiceTokenRequest.forInterview(
            INTERVIEW, END_USER, Lifetime.until(Instant.ofEpochSecond(1753696695))));
  }

  static DatedServiceTokenRequest aBinderPartyRequest() {
    return dated(
        ServiceTokenRequest.forBinderParty(
            PARTY, Lifetime.until(Instant.ofEpochSecond(1753696695))));
  }

  private static DatedServiceTokenRequest dated(ServiceTokenRequest request) {
    return request.at(NOW).get();
  }
}
