package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.port.TokenCache;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuntimesAreLentTest {

  @Test
  void aFacadeThatIsGivenNoneGoesByTheClockOfItsApi() {
    SeveralAnswers server = new SeveralAnswers().thenAToken();
    PausesTakenAtOnce clock = new PausesTakenAtOnce();
    var api = HttpAuthenticationApi.of(BaseAddress.sandbox(), server, clock.runtime());
    PartnerAuth auth = PartnerAuth.of(api, Samples.aBackendApp(), TokenCache.none());

    var token = auth.accessToken();

    assertThat(List.of(token.isRight(), auth.status().lastSuccess()))
        .isEqualTo(List.of(true, Optional.of(Samples.NOW)));
  }
}
