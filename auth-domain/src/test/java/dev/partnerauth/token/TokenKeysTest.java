package dev.partnerauth.token;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.aPartyRequest;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenKeysTest {

  private static final ClientId ANOTHER_APP = new ClientId("another-key");

  @Test
  void thereIsOneAccessTokenForEachApp() {
    assertThat(new ForAccessToken(aClientId()))
        .isEqualTo(new ForAccessToken(aClientId()))
        .isNotEqualTo(new ForAccessToken(ANOTHER_APP));
  }

  @Test
  void thereIsOneServiceTokenForEachAppAndWish() {
    assertThat(new ForServiceToken(aClientId(), anInterviewRequest()))
        .isEqualTo(new ForServiceToken(aClientId(), anInterviewRequest()))
        .isNotEqualTo(new ForServiceToken(ANOTHER_APP, anInterviewRequest()))
        .isNotEqualTo(new ForServiceToken(aClientId(), aPartyRequest()));
  }

  @Test
  void thereIsOneScopedTokenForEachAppAndServiceTokensText() {
    ServiceToken sameText =
        ServiceToken.received("hush", new TokenInspection.Opaque("no dots"), NOW).get();

    assertThat(new ForScopedAccessToken(aClientId(), aServiceToken("hush")))
        .isEqualTo(new ForScopedAccessToken(aClientId(), sameText))
        .isNotEqualTo(new ForScopedAccessToken(ANOTHER_APP, aServiceToken("hush")))
        .isNotEqualTo(new ForScopedAccessToken(aClientId(), aServiceToken("hash")));
  }

  @Test
  void keysOfTokensThatHoldNoOtherTokenAreTheirOwnNames() {
    List<TokenKey<?>> keys =
        List.of(
            new ForAccessToken(aClientId()),
            new ForServiceToken(aClientId(), anInterviewRequest()));

    assertThat(keys).extracting(key -> (Object) key.name()).isEqualTo(keys);
  }

  @Test
  void theNameOfAScopedTokenHoldsTheServiceTokensDigestAndNotTheToken() {
    ServiceToken serviceToken = aServiceToken("hush");

    assertThat(new ForScopedAccessToken(aClientId(), serviceToken).name())
        .isEqualTo(new TokenName.Exchanged(aClientId(), serviceToken.digest()));
  }

  @Test
  void equalKeysHaveEqualNames() {
    ServiceToken sameText =
        ServiceToken.received("hush", new TokenInspection.Opaque("no dots"), NOW).get();

    assertThat(names(aClientId(), aServiceToken("hush")))
        .isEqualTo(names(aClientId(), sameText))
        .doesNotContainAnyElementsOf(names(ANOTHER_APP, sameText));
  }

  private static List<TokenName> names(ClientId clientId, ServiceToken serviceToken) {
    return List.of(
        new ForAccessToken(clientId).name(),
        new ForServiceToken(clientId, anInterviewRequest()).name(),
        new ForScopedAccessToken(clientId, serviceToken).name());
  }
}
