package dev.partnerauth.testkit.assertions;

import static dev.partnerauth.testkit.assertions.AuthAssertions.assertThat;
import static dev.partnerauth.testkit.assertions.Samples.invalidCredentials;
import static dev.partnerauth.testkit.assertions.Samples.message;
import static dev.partnerauth.testkit.assertions.Samples.rateLimited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.FailureDomain;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private static final String RATE_LIMITED =
      "\n  RateLimited: The server limits the rate of requests. Wait PT7S.";
  private static final String TIMED_OUT =
      "\n  TimedOut: Time ran out while connecting. Try again, or allow more time.";
  private static final String INVALID_CREDENTIALS =
      "\n  InvalidCredentials: " + invalidCredentials().describe();

  private final AuthFailure rateLimited = rateLimited();
  private final AuthFailure invalidCredentials = invalidCredentials();
  private final AuthFailure timedOut =
      new TimedOut(Phase.CONNECTING, Facts.unanswered(Endpoint.ACCESS_TOKEN));

  @Test
  void itIsOfItsKindAndGroup() {
    assertThat(rateLimited).isBecauseOf(RateLimited.class).isBecauseOf(TransientFailure.class);
  }

  @Test
  void anotherKindIsTold() {
    String message = message(() -> assertThat(rateLimited).isBecauseOf(InvalidCredentials.class));

    assertThat(message)
        .isEqualTo(
            "Expected the refusal to be because of InvalidCredentials,"
                + " but it is because of RateLimited:"
                + RATE_LIMITED);
  }

  @Test
  void itCanBeRetried() {
    assertThat(timedOut).canBeRetried();
  }

  @Test
  void oneThatCannotBeRetriedIsTold() {
    String message = message(() -> assertThat(invalidCredentials).canBeRetried());

    assertThat(message)
        .isEqualTo(
            "Expected the refusal to be worth a retry, but it is not:" + INVALID_CREDENTIALS);
  }

  @Test
  void itCanBeRetriedAfterTheWait() {
    assertThat(rateLimited).canBeRetriedAfter(Duration.ofSeconds(7));
  }

  @Test
  void anotherWaitIsTold() {
    String message =
        message(() -> assertThat(rateLimited).canBeRetriedAfter(Duration.ofSeconds(8)));

    assertThat(message)
        .isEqualTo(
            "Expected the refusal to be worth a retry after PT8S,"
                + " but the server asked to wait PT7S:"
                + RATE_LIMITED);
  }

  @Test
  void anAbsentWaitIsTold() {
    String message = message(() -> assertThat(timedOut).canBeRetriedAfter(Duration.ofSeconds(8)));

    assertThat(message)
        .isEqualTo(
            "Expected the refusal to be worth a retry after PT8S, but no wait was asked for:"
                + TIMED_OUT);
  }

  @Test
  void itCannotBeRetried() {
    assertThat(invalidCredentials).cannotBeRetried();
  }

  @Test
  void oneThatCanBeRetriedIsTold() {
    String message = message(() -> assertThat(timedOut).cannotBeRetried());

    assertThat(message)
        .isEqualTo("Expected the refusal not to be worth a retry, but it is:" + TIMED_OUT);
  }

  @Test
  void itHasItsStatus() {
    assertThat(invalidCredentials).hasStatus(401);
  }

  @Test
  void anotherStatusIsTold() {
    String message = message(() -> assertThat(rateLimited).hasStatus(401));

    assertThat(message)
        .isEqualTo(
            "Expected the refusal to have status 401, but its status is 429:" + RATE_LIMITED);
  }

  @Test
  void anAbsentStatusIsTold() {
    String message = message(() -> assertThat(timedOut).hasStatus(401));

    assertThat(message)
        .isEqualTo("Expected the refusal to have status 401, but there was no answer:" + TIMED_OUT);
  }

  @Test
  void itHasNoStatus() {
    assertThat(timedOut).hasNoStatus();
  }

  @Test
  void anUnwantedStatusIsTold() {
    String message = message(() -> assertThat(rateLimited).hasNoStatus());

    assertThat(message)
        .isEqualTo("Expected the refusal to have no status, but its status is 429:" + RATE_LIMITED);
  }

  @Test
  void itHasItsErrorCode() {
    assertThat(invalidCredentials).hasErrorCode("Unauthorized");
  }

  @Test
  void anotherErrorCodeIsTold() {
    String message = message(() -> assertThat(invalidCredentials).hasErrorCode("BAD_REQUEST"));

    assertThat(message)
        .isEqualTo(
            "Expected the refusal to have error code BAD_REQUEST,"
                + " but its error code is Unauthorized:"
                + INVALID_CREDENTIALS);
  }

  @Test
  void itHasItsRequestId() {
    assertThat(invalidCredentials).hasRequestId("request-1");
  }

  @Test
  void anAbsentRequestIdIsTold() {
    String message = message(() -> assertThat(timedOut).hasRequestId("request-1"));

    assertThat(message)
        .isEqualTo(
            "Expected the refusal to have request id request-1, but it has none:" + TIMED_OUT);
  }

  @Test
  void itHasItsTries() {
    assertThat(timedOut).hasTries(1);
  }

  @Test
  void anotherNumberOfTriesIsTold() {
    String message = message(() -> assertThat(timedOut).hasTries(3));

    assertThat(message)
        .isEqualTo("Expected the refusal to have 3 tries, but it has 1:" + TIMED_OUT);
  }

  @Test
  void itReachesOtherCalls() {
    assertThat(invalidCredentials).hasDomain(FailureDomain.APP);
  }

  @Test
  void anotherDomainIsTold() {
    String message = message(() -> assertThat(timedOut).hasDomain(FailureDomain.CALL));

    assertThat(message)
        .isEqualTo(
            "Expected the refusal to have the domain CALL, but its domain is ENDPOINT:"
                + TIMED_OUT);
  }
}
