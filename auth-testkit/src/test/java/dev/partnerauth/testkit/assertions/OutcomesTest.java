package dev.partnerauth.testkit.assertions;

import static dev.partnerauth.testkit.assertions.AuthAssertions.assertThat;
import static dev.partnerauth.testkit.assertions.Samples.IN_TWO_HOURS;
import static dev.partnerauth.testkit.assertions.Samples.aScopedToken;
import static dev.partnerauth.testkit.assertions.Samples.aServiceToken;
import static dev.partnerauth.testkit.assertions.Samples.anAccessToken;
import static dev.partnerauth.testkit.assertions.Samples.invalidCredentials;
import static dev.partnerauth.testkit.assertions.Samples.message;
import static dev.partnerauth.testkit.assertions.Samples.rateLimited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AdministratorFailure;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  private final Either<AuthFailure, AccessToken> granted = Either.right(anAccessToken());
  private final Either<AuthFailure, AccessToken> refused = Either.left(invalidCredentials());

  @Test
  void aTokenIsGranted() {
    assertThat(granted).isGranted();
  }

  @Test
  void aFailureIsNotGranted() {
    String message = message(() -> assertThat(refused).isGranted());

    assertThat(message)
        .isEqualTo(
            """
            Expected the outcome to be a token, but it is a refusal:
              InvalidCredentials: %s"""
                .formatted(invalidCredentials().describe()));
  }

  @Test
  void aGrantedAccessTokenGoesOnAsAnAccessToken() {
    assertThat(granted).isGranted().expiresAt(IN_TWO_HOURS);
  }

  @Test
  void aGrantedServiceTokenGoesOnAsAServiceToken() {
    Either<AuthFailure, ServiceToken> outcome = Either.right(aServiceToken());

    assertThat(outcome).isGranted().delegates(StandardPurposes.INTERVIEW);
  }

  @Test
  void aGrantedScopedTokenGoesOnAsAScopedToken() {
    Either<AuthFailure, ScopedAccessToken> outcome = Either.right(aScopedToken());

    assertThat(outcome).isGranted().delegates(StandardPurposes.INTERVIEW);
  }

  @Test
  void anOutcomeThatCanFailInOneWayOnlyIsAnOutcome() {
    Either<RateLimited, ServiceToken> outcome = Either.left(rateLimited());

    assertThat(outcome).isRefused().canBeRetriedAfter(Duration.ofSeconds(7));
  }

  @Test
  void aFailureIsRefused() {
    assertThat(refused).isRefused();
  }

  @Test
  void aTokenIsNotRefused() {
    String message = message(() -> assertThat(granted).isRefused());

    assertThat(message)
        .isEqualTo("Expected the outcome to be a refusal, but it is a token:\n  " + granted.get());
  }

  @Test
  void aFailureIsRefusedBecauseOfItsKind() {
    assertThat(refused).isRefusedBecause(InvalidCredentials.class).cannotBeRetried();
  }

  @Test
  void aFailureIsRefusedBecauseOfItsGroup() {
    assertThat(refused).isRefusedBecause(AdministratorFailure.class);
  }

  @Test
  void aFailureIsNotRefusedBecauseOfAnotherKind() {
    String message = message(() -> assertThat(refused).isRefusedBecause(RateLimited.class));

    assertThat(message)
        .isEqualTo(
            """
            Expected the refusal to be because of RateLimited, but it is because of InvalidCredentials:
              InvalidCredentials: %s"""
                .formatted(invalidCredentials().describe()));
  }

  @Test
  void aTokenIsNotRefusedBecauseOfAKind() {
    String message = message(() -> assertThat(granted).isRefusedBecause(RateLimited.class));

    assertThat(message)
        .isEqualTo(
            "Expected the outcome to be a refusal because of RateLimited, but it is a token:\n  "
                + granted.get());
  }

  @Test
  void aDescriptionIsKeptFromTheOutcomeToItsParts() {
    String message = message(() -> assertThat(refused).as("at night").isRefused().canBeRetried());

    assertThat(message)
        .isEqualTo(
            """
            [at night] Expected the refusal to be worth a retry, but it is not:
              InvalidCredentials: %s"""
                .formatted(invalidCredentials().describe()));
  }

  @Test
  @SuppressWarnings("NullAway") // as a stub may answer that was not told what to
  void noOutcomeAtAllIsTold() {
    Either<AuthFailure, AccessToken> nothing = null;

    String message = message(() -> assertThat(nothing).isGranted());

    assertThat(message).isEqualTo("\nExpecting actual not to be null");
  }
}
