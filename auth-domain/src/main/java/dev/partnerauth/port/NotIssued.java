package dev.partnerauth.port;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.FailureDomain;

/**
 * Why an issuer has no token.
 *
 * @param domain which other calls of this issuer would fail for the same reason
 * @since 0.1.0
 */
public record NotIssued(AuthFailure failure, FailureDomain domain) {

  /** The issuer's own request failed. */
  public static NotIssued because(AuthFailure failure) {
    return new NotIssued(failure, failure.domain());
  }

  /**
   * The issuer lacks a token of another kind, and did not ask for its own. Whoever keeps that other
   * kind remembers the failure and sets the pace.
   */
  public static NotIssued forWantOfAnotherToken(AuthFailure failure) {
    return new NotIssued(failure, FailureDomain.CALL);
  }
}
