package dev.partnerauth.testkit.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Faults;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** AssertJ's own way to hear of all that is wrong works for these assertions as they are. */
@AuthSandboxTest
class SoftlyTest {

  @Test
  void allThatIsWrongIsToldAtOnce(PartnerAuth auth, Faults faults) {
    faults.arm(FaultPlan.times(1, Fault.unavailable()));
    Either<AuthFailure, AccessToken> outcome = auth.accessToken();
    SoftAssertions softly = new SoftAssertions();

    softly.check(() -> AuthAssertions.assertThat(outcome).isGranted());
    softly.check(() -> AuthAssertions.assertThat(outcome).isRefused().canBeRetried());
    softly.check(() -> AuthAssertions.assertThat(outcome).isRefusedBecause(RateLimited.class));

    assertThat(softly.assertionErrorsCollected()).hasSize(2);
  }
}
