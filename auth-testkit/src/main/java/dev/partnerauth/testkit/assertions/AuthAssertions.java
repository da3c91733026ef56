package dev.partnerauth.testkit.assertions;

import dev.partnerauth.claim.Claims;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.scope.Verdict;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenInspection;
import io.vavr.control.Either;
import java.io.Serializable;
import org.assertj.core.annotation.CheckReturnValue;

/**
 * Where every assertion begins. Import {@code assertThat} statically, beside AssertJ's own if you
 * like: the compiler finds the right one. No message shows a secret or a token's text.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class AuthAssertions {

  private AuthAssertions() {}

  /** What came of asking for an access token. */
  public static <O extends Either<? extends AuthFailure, AccessToken>>
      OutcomeAssert<AccessToken, AccessTokenAssert> assertThat(O outcome) {
    return new OutcomeAssert<>(outcome, AccessTokenAssert::new);
  }

  /**
   * What came of asking for a service token. The outcomes of the three kinds are told apart by
   * their bounds, of which the compiled class keeps the first: so each has another one.
   */
  public static <O extends Serializable & Either<? extends AuthFailure, ServiceToken>>
      OutcomeAssert<ServiceToken, ServiceTokenAssert> assertThat(O outcome) {
    return new OutcomeAssert<>(outcome, ServiceTokenAssert::new);
  }

  /** What came of asking for a scoped access token. */
  public static <
          O extends Iterable<ScopedAccessToken> & Either<? extends AuthFailure, ScopedAccessToken>>
      OutcomeAssert<ScopedAccessToken, ScopedAccessTokenAssert> assertThat(O outcome) {
    return new OutcomeAssert<>(outcome, ScopedAccessTokenAssert::new);
  }

  public static FailureAssert assertThat(AuthFailure failure) {
    return new FailureAssert(failure);
  }

  public static AccessTokenAssert assertThat(AccessToken token) {
    return new AccessTokenAssert(token);
  }

  public static ServiceTokenAssert assertThat(ServiceToken token) {
    return new ServiceTokenAssert(token);
  }

  public static ScopedAccessTokenAssert assertThat(ScopedAccessToken token) {
    return new ScopedAccessTokenAssert(token);
  }

  public static TokenInspectionAssert assertThat(TokenInspection inspection) {
    return new TokenInspectionAssert(inspection);
  }

  public static ClaimsAssert assertThat(Claims claims) {
    return new ClaimsAssert(claims);
  }

  public static ScopeAssert assertThat(Scope scope) {
    return new ScopeAssert(scope);
  }

  public static VerdictAssert assertThat(Verdict verdict) {
    return new VerdictAssert(verdict);
  }

  public static EventAssert assertThat(AuthEvent event) {
    return new EventAssert(event);
  }
}
