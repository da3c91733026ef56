package dev.partnerauth.testkit.assertions;

import static dev.partnerauth.testkit.assertions.AuthAssertions.assertThat;
import static dev.partnerauth.testkit.assertions.Samples.APP;
import static dev.partnerauth.testkit.assertions.Samples.NOW;
import static dev.partnerauth.testkit.assertions.Samples.message;
import static dev.partnerauth.testkit.assertions.Samples.rateLimited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.IssueFailed;
import dev.partnerauth.event.AuthEvent.NextCredentialsTried;
import dev.partnerauth.event.AuthEvent.RenewalFailed;
import dev.partnerauth.event.Severity;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenLabel;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventsTest {

  private static final String NEXT_TRIED = "\n  NextCredentialsTried[clientId=backend-key]";
  private static final TokenLabel LABEL = new TokenLabel(APP, TokenKind.ACCESS, Optional.empty());

  private final AuthEvent nextTried = new NextCredentialsTried(APP);
  private final AuthEvent issueFailed = new IssueFailed(LABEL, rateLimited(), Duration.ZERO);
  private final AuthEvent renewalFailed =
      new RenewalFailed(LABEL, rateLimited(), NOW, NOW.plusSeconds(30));

  @Test
  void itTellsOfItsKind() {
    assertThat(nextTried).tellsOf(NextCredentialsTried.class);
  }

  @Test
  void anotherKindIsTold() {
    String message = message(() -> assertThat(nextTried).tellsOf(IssueFailed.class));

    assertThat(message)
        .isEqualTo(
            "Expected the event to tell of IssueFailed, but it tells of NextCredentialsTried:"
                + NEXT_TRIED);
  }

  @Test
  void itHappenedToItsApp() {
    assertThat(nextTried).happenedTo(APP);
  }

  @Test
  void anotherAppIsTold() {
    String message = message(() -> assertThat(nextTried).happenedTo(new ClientId("another-key")));

    assertThat(message)
        .isEqualTo(
            "Expected the event to have happened to another-key, but it happened to backend-key:"
                + NEXT_TRIED);
  }

  @Test
  void itHasItsSeverity() {
    assertThat(nextTried).hasSeverity(Severity.WARNING);
  }

  @Test
  void anotherSeverityIsTold() {
    String message = message(() -> assertThat(nextTried).hasSeverity(Severity.INFO));

    assertThat(message)
        .isEqualTo(
            "Expected the event to have severity INFO, but its severity is WARNING:" + NEXT_TRIED);
  }

  @Test
  void aFailedIssueTellsOfTheRefusal() {
    assertThat(issueFailed)
        .tellsOfRefusalBecauseOf(RateLimited.class)
        .canBeRetriedAfter(Duration.ofSeconds(7));
  }

  @Test
  void aFailedRenewalTellsOfTheRefusal() {
    assertThat(renewalFailed).tellsOfRefusalBecauseOf(RateLimited.class).hasStatus(429);
  }

  @Test
  void anEventWithoutARefusalIsTold() {
    String message =
        message(() -> assertThat(nextTried).tellsOfRefusalBecauseOf(RateLimited.class));

    assertThat(message)
        .isEqualTo(
            "Expected the event to tell of a refusal because of RateLimited,"
                + " but it tells of NextCredentialsTried:"
                + NEXT_TRIED);
  }

  @Test
  void anotherRefusalIsTold() {
    String message =
        message(() -> assertThat(issueFailed).tellsOfRefusalBecauseOf(InvalidCredentials.class));

    assertThat(message)
        .isEqualTo(
            "Expected the refusal to be because of InvalidCredentials,"
                + " but it is because of RateLimited:\n"
                + "  RateLimited: The server limits the rate of requests. Wait PT7S.");
  }
}
