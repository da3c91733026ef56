package dev.partnerauth.token;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TWO_HOURS;
import static dev.partnerauth.Samples.aParty;
import static dev.partnerauth.Samples.aPartyRequest;
import static dev.partnerauth.Samples.anEndUser;
import static dev.partnerauth.Samples.anInterview;
import static dev.partnerauth.Samples.anInterviewRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.claim.Claims;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.violation.InvalidRequest;
import dev.partnerauth.violation.Violation.ExpirationInThePast;
import io.vavr.control.Either;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTokenRequestsTest {

  private static final Lifetime LIFETIME = Lifetime.of(TWO_HOURS);

  @Test
  void theCommonWishesHaveTheirOwnNames() {
    assertThat(
            List.of(
                ServiceTokenRequest.forInterview(anInterview(), LIFETIME),
                ServiceTokenRequest.forInterview(anInterview(), anEndUser(), LIFETIME),
                ServiceTokenRequest.forBinderParty(aParty(), LIFETIME)))
        .containsExactly(
            new ServiceTokenRequest(StandardPurposes.INTERVIEW, Claims.of(anInterview()), LIFETIME),
            new ServiceTokenRequest(
                StandardPurposes.INTERVIEW, Claims.of(anInterview()).and(anEndUser()), LIFETIME),
            new ServiceTokenRequest(
                StandardPurposes.BINDER_PARTY_ACCESS, Claims.of(aParty()), LIFETIME));
  }

  @Test
  void aRequestInHandHasTheClaimsOfItsPurposeAndNoOthers() {
    assertThatThrownBy(
            () ->
                new ServiceTokenRequest(
                    StandardPurposes.BINDER_PARTY_ACCESS, Claims.of(anInterview()), LIFETIME))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "upid is missing, purpose \"api.rocketlawyer.com/binder-party-access\" requires it."
                + " Add the claim \"upid\"."
                + " interviewId is not a claim of purpose"
                + " \"api.rocketlawyer.com/binder-party-access\"."
                + " Leave it out, or use one of: upid.");
  }

  @Test
  void aRequestIsDatedWhenItGoesOut() {
    assertThat(anInterviewRequest().at(NOW.plusMillis(999)))
        .isEqualTo(
            Either.right(new DatedServiceTokenRequest(anInterviewRequest(), NOW.plus(TWO_HOURS))));
  }

  @Test
  void aRequestThatIsAlreadyOverDoesNotGoOut() {
    ServiceTokenRequest over = ServiceTokenRequest.forBinderParty(aParty(), Lifetime.until(NOW));

    assertThat(over.at(NOW))
        .isEqualTo(Either.left(InvalidRequest.because(new ExpirationInThePast(NOW, NOW))));
  }

  @Test
  void equalWishesAreEqualValues() {
    assertThat(anInterviewRequest())
        .isEqualTo(anInterviewRequest())
        .isNotEqualTo(aPartyRequest())
        .isNotEqualTo(ServiceTokenRequest.forInterview(anInterview(), Lifetime.oneYear()));
  }

  @Test
  void aRequestSaysWhatItsTokenWillDelegate() {
    assertThat(aPartyRequest().delegates())
        .isEqualTo(
            new DelegatedPurpose("api.rocketlawyer.com/binder-party-access", Claims.of(aParty())));
  }

  @Test
  void theWireHasNoFractionsOfASecond() {
    assertThatThrownBy(() -> new DatedServiceTokenRequest(anInterviewRequest(), NOW.plusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expirationTime has fractions of a second");
  }
}
