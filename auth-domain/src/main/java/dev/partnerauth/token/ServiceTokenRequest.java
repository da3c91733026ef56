package dev.partnerauth.token;

import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.PartnerEndUserId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.purpose.PurposeRegistry;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;

/**
 * What a service token is asked for. A request in hand has the claims that its purpose requires and
 * no others. It does not yet have a date, so that equal wishes are equal values and can be the key
 * of a cache; {@link #at} dates it.
 *
 * @since 0.1.0
 */
public record ServiceTokenRequest(Purpose purpose, Claims claims, Lifetime lifetime) {

  public ServiceTokenRequest {
    List<Violation> violations = purpose.violationsOf(claims);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException(new InvalidRequest(violations).describe());
    }
  }

  /** For a purpose in hand, or what is wrong with the claims for it. */
  public static Either<InvalidRequest, ServiceTokenRequest> of(
      Purpose purpose, Claims claims, Lifetime lifetime) {
    List<Violation> violations = purpose.violationsOf(claims);
    return violations.isEmpty()
        ? Either.right(new ServiceTokenRequest(purpose, claims, lifetime))
        : Either.left(new InvalidRequest(violations));
  }

  /** To work on one interview. */
  public static ServiceTokenRequest forInterview(InterviewId interviewId, Lifetime lifetime) {
    return new ServiceTokenRequest(StandardPurposes.INTERVIEW, Claims.of(interviewId), lifetime);
  }

  /** To work on one interview, for an end user of the partner's. */
  public static ServiceTokenRequest forInterview(
      InterviewId interviewId, PartnerEndUserId endUser, Lifetime lifetime) {
    return new ServiceTokenRequest(
        StandardPurposes.INTERVIEW, Claims.of(interviewId).and(endUser), lifetime);
  }

  /** To act as one party in its binders. */
  public static ServiceTokenRequest forBinderParty(Upid upid, Lifetime lifetime) {
    return new ServiceTokenRequest(StandardPurposes.BINDER_PARTY_ACCESS, Claims.of(upid), lifetime);
  }

  /**
   * For any registered purpose, from texts that may be wrong: {@code draft(…).claim(…).build(now)}.
   */
  public static ServiceTokenRequestDraft draft(
      PurposeRegistry registry, String purpose, Lifetime lifetime) {
    return new ServiceTokenRequestDraft(registry, purpose, lifetime, List.of());
  }

  /** This request as it goes out now, or that its expiration is past or absurdly far. */
  public Either<InvalidRequest, DatedServiceTokenRequest> at(Instant now) {
    return lifetime
        .expirationAt(now)
        .map(expiration -> new DatedServiceTokenRequest(this, expiration))
        .mapLeft(InvalidRequest::because);
  }

  /** What a token that is issued for this request delegates. */
  public DelegatedPurpose delegates() {
    return new DelegatedPurpose(purpose.name(), claims);
  }
}
