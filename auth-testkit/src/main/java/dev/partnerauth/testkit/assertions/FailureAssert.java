package dev.partnerauth.testkit.assertions;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.FailureDomain;
import java.time.Duration;
import java.util.Optional;

/**
 * Why there is no token, and what may be done about it.
 *
 * @since 0.1.0
 */
public final class FailureAssert extends DomainAssert<FailureAssert, AuthFailure> {

  FailureAssert(AuthFailure failure) {
    super("the refusal", failure, FailureAssert.class);
  }

  /**
   * @param kind one kind, or a group such as {@code CallerFailure}
   */
  public FailureAssert isBecauseOf(Class<? extends AuthFailure> kind) {
    return expect(
        kind.isInstance(given()),
        "to be because of " + kind.getSimpleName(),
        "it is because of " + given().getClass().getSimpleName());
  }

  /** That the same call may succeed later without anybody mending anything. */
  public FailureAssert canBeRetried() {
    return expect(given().retryable(), "to be worth a retry", "it is not");
  }

  /** As {@link #canBeRetried}, and that the server asked to wait exactly so long before. */
  public FailureAssert canBeRetriedAfter(Duration wait) {
    canBeRetried();
    Optional<Duration> asked = given().retryAfter();
    return expectEqual(
        Optional.of(wait),
        asked,
        "to be worth a retry after " + wait,
        asked.map(other -> "the server asked to wait " + other).orElse("no wait was asked for"));
  }

  /** That the same call fails again until somebody mends something. */
  public FailureAssert cannotBeRetried() {
    return expect(!given().retryable(), "not to be worth a retry", "it is");
  }

  /** The HTTP status of the answer. */
  public FailureAssert hasStatus(int status) {
    return has("status", status, given().facts().status(), "there was no answer");
  }

  /** That no answer came, or nothing was sent. */
  public FailureAssert hasNoStatus() {
    Optional<Integer> answered = given().facts().status();
    return expect(
        answered.isEmpty(),
        "to have no status",
        answered.map(status -> "its status is " + status).orElse(""));
  }

  public FailureAssert hasErrorCode(String code) {
    return has("error code", code, given().facts().errorCode(), "it has none");
  }

  /** The server's name for the request. */
  public FailureAssert hasRequestId(String id) {
    return has("request id", id, given().facts().requestId(), "it has none");
  }

  private <T> FailureAssert has(String what, T expected, Optional<T> found, String ifNone) {
    return expectEqual(
        Optional.of(expected),
        found,
        "to have " + what + " " + expected,
        found.map(other -> "its " + what + " is " + other).orElse(ifNone));
  }

  /** How many requests were sent; zero when the refusal was made before any was. */
  public FailureAssert hasTries(int count) {
    int tries = given().facts().tries();
    return expectEqual(count, tries, "to have " + count + " tries", "it has " + tries);
  }

  /** Which other calls would fail for the same reason. */
  public FailureAssert hasDomain(FailureDomain domain) {
    return expectEqual(
        domain,
        given().domain(),
        "to have the domain " + domain,
        "its domain is " + given().domain());
  }

  @Override
  String shown(AuthFailure failure) {
    return Findings.failure(failure);
  }
}
