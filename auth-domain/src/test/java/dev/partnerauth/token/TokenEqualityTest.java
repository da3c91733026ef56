package dev.partnerauth.token;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.TEN_HOURS;
import static dev.partnerauth.Samples.aScopedToken;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anAccessToken;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenEqualityTest {

  private static final TokenTimes LATER = TokenTimes.lasting(TEN_HOURS, NOW.plusSeconds(60));

  @Test
  void accessTokensAreEqualWhenTheirTextsAre() {
    AccessToken sameText = AccessToken.of("hush", LATER, List.of()).get();

    assertThat(anAccessToken("hush"))
        .isEqualTo(sameText)
        .hasSameHashCodeAs(sameText)
        .isNotEqualTo(anAccessToken("hash"));
  }

  @Test
  void serviceTokensAreEqualWhenTheirTextsAre() {
    ServiceToken sameText =
        ServiceToken.received("hush", new TokenInspection.Opaque("no dots"), NOW).get();

    assertThat(aServiceToken("hush"))
        .isEqualTo(sameText)
        .hasSameHashCodeAs(sameText)
        .isNotEqualTo(aServiceToken("hash"));
  }

  @Test
  void scopedAccessTokensAreEqualWhenTheirTextsAre() {
    ScopedAccessToken sameText =
        ScopedAccessToken.of("hush", LATER, List.of(), Optional.empty()).get();

    assertThat(aScopedToken("hush"))
        .isEqualTo(sameText)
        .hasSameHashCodeAs(sameText)
        .isNotEqualTo(aScopedToken("hash"));
  }

  @Test
  void aTokenOfAnotherKindIsAnotherToken() {
    assertThat(anAccessToken("hush"))
        .isNotEqualTo(aScopedToken("hush"))
        .isNotEqualTo(aServiceToken("hush"));
    assertThat(aScopedToken("hush"))
        .isNotEqualTo(anAccessToken("hush"))
        .isNotEqualTo(aServiceToken("hush"));
    assertThat(aServiceToken("hush"))
        .isNotEqualTo(anAccessToken("hush"))
        .isNotEqualTo(aScopedToken("hush"));
  }

  /** Ten thousand of them are the keys of a cache. */
  @Test
  void tokensThatDifferHashApart() {
    assertThat(anAccessToken("hush")).doesNotHaveSameHashCodeAs(anAccessToken("hash"));
    assertThat(aServiceToken("hush")).doesNotHaveSameHashCodeAs(aServiceToken("hash"));
    assertThat(aScopedToken("hush")).doesNotHaveSameHashCodeAs(aScopedToken("hash"));
  }

  @Test
  void aTextIsEqualToTextsOnly() {
    TokenText text = TokenText.of("token", "hush").get();

    assertThat(text)
        .isEqualTo(TokenText.of("another field", "hush").get())
        .isNotEqualTo(TokenText.of("token", "hash").get())
        .isNotEqualTo("hush")
        .hasToString("sha256:dc8331bc");
  }
}
