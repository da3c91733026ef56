package dev.partnerauth.testkit.assertions;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.claim.BinderId;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.PartnerEndUserId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The values that these tests speak about. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant IN_TWO_HOURS = Instant.parse("2026-03-01T14:00:00Z");
  static final InterviewId INTERVIEW = new InterviewId("interview-1");
  static final Upid PARTY = new Upid("party-1");
  static final PartnerEndUserId END_USER = new PartnerEndUserId("user-7");
  static final BinderId BINDER = new BinderId("binder-1");
  static final ClientId APP = new ClientId("backend-key");
  static final String TEXT = "the-text-of-a-token";

  private static final TokenTimes TIMES = TokenTimes.lasting(Duration.ofHours(2), NOW);

  private Samples() {}

  static InvalidCredentials invalidCredentials() {
    return new InvalidCredentials(
        Facts.answered(Endpoint.ACCESS_TOKEN, 401)
            .errorCode("Unauthorized")
            .requestId("request-1"));
  }

  static RateLimited rateLimited() {
    return new RateLimited(
        Facts.answered(Endpoint.ACCESS_TOKEN, 429).retryAfter(Duration.ofSeconds(7)));
  }

  static AccessToken anAccessToken() {
    return AccessToken.of(TEXT, TIMES, List.of()).get();
  }

  static ServiceToken aServiceToken() {
    return ServiceToken.issued(TEXT, anInterviewsPurpose(), NOW, IN_TWO_HOURS).get();
  }

  /** Of which nothing is known but its text. */
  static ServiceToken aReceivedToken() {
    return ServiceToken.received(TEXT, new TokenInspection.Opaque("no JWT"), NOW).get();
  }

  static ScopedAccessToken aScopedToken() {
    return ScopedAccessToken.of(TEXT, TIMES, List.of(), Optional.of(anInterviewsPurpose())).get();
  }

  static DelegatedPurpose anInterviewsPurpose() {
    return new DelegatedPurpose(StandardPurposes.INTERVIEW.name(), claims());
  }

  static Claims claims() {
    return Claims.of(INTERVIEW).and(END_USER);
  }

  /** What the assertion says that fails. */
  static String message(ThrowingCallable failing) {
    return Optional.ofNullable(catchThrowableOfType(AssertionError.class, failing))
        .map(AssertionError::getMessage)
        .orElse("nothing failed");
  }
}
