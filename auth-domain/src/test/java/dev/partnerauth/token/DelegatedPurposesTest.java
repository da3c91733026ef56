package dev.partnerauth.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelegatedPurposesTest {

  @Test
  void theServiceDataTellPurposeAndClaimsAmongWhatThePlatformAdds() {
    Map<String, String> serviceData =
        Map.of(
            "originalTenantId", "t",
            "expirationTime", "1671776542",
            "partnerId", "p",
            "originalClientId", "c",
            "purpose", "api.rocketlawyer.com/rocketdoc",
            "brandId", "b",
            "interviewId", "interview-1",
            "not a claim name", "x");

    assertThat(DelegatedPurpose.ofServiceData(serviceData))
        .contains(
            new DelegatedPurpose(
                "api.rocketlawyer.com/rocketdoc", Claims.of(new InterviewId("interview-1"))));
  }

  @Test
  void withoutAPurposeNothingIsDelegated() {
    assertThat(DelegatedPurpose.ofServiceData(Map.of("interviewId", "interview-1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "two\nlines", "\u001b]0;title"})
  void aPurposeThatCouldForgeALogLineIsNone(String purpose) {
    assertThat(DelegatedPurpose.ofServiceData(Map.of("purpose", purpose))).isEmpty();
  }
}
