package dev.partnerauth.token;

import static dev.partnerauth.Samples.NOW;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.aScopedToken;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anEndUser;
import static dev.partnerauth.Samples.anInterview;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.token.TokenKey.ForAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokensKeepTheirSecretTest {

  @Test
  void tokensPrintAFingerprintAndTheirExpiry() {
    assertThat(
            List.of(anAccessToken("hush"), aServiceToken("hush"), aScopedToken("hush")).toString())
        .isEqualTo(
            "[AccessToken[sha256:dc8331bc, expires 2026-03-01T21:59:59Z],"
                + " ServiceToken[sha256:dc8331bc, expires 2026-03-01T14:00:00Z,"
                + " api.rocketlawyer.com/rocketdoc],"
                + " ScopedAccessToken[sha256:dc8331bc, expires 2026-03-01T21:59:59Z,"
                + " api.rocketlawyer.com/rocketdoc]]");
  }

  @Test
  void tokensOfWhichLittleIsKnownPrintThat() {
    ServiceToken serviceToken =
        ServiceToken.received("hush", new TokenInspection.Opaque("no dots"), NOW).get();
    ScopedAccessToken scopedToken =
        ScopedAccessToken.of(
                "hush", TokenTimes.lasting(Duration.ofHours(1), NOW), List.of(), Optional.empty())
            .get();

    assertThat(List.of(serviceToken, scopedToken).toString())
        .isEqualTo(
            "[ServiceToken[sha256:dc8331bc, expiry unknown],"
                + " ScopedAccessToken[sha256:dc8331bc, expires 2026-03-01T13:00:00Z]]");
  }

  @Test
  void aDigestIsTheSha256OfTheText() {
    TokenDigest digest = anAccessToken("abc").digest();

    assertThat(List.of(digest.hex(), digest.fingerprint(), digest.toString()))
        .isEqualTo(
            List.of(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "ba7816bf",
                "sha256:ba7816bf"));
  }

  @Test
  void digestsAreEqualWhenTheTextsAreWhateverTheToken() {
    TokenDigest digest = anAccessToken("hush").digest();

    assertThat(digest)
        .isEqualTo(aServiceToken("hush").digest())
        .isEqualTo(aScopedToken("hush").digest())
        .hasSameHashCodeAs(aScopedToken("hush").digest())
        .isNotEqualTo(anAccessToken("hash").digest())
        .isNotEqualTo(digest.hex());
  }

  @Test
  void keysPrintNeitherSecretsNorEndUsers() {
    ServiceTokenRequest request =
        ServiceTokenRequest.forInterview(
            anInterview(), anEndUser(), Lifetime.of(Duration.ofHours(2)));

    assertThat(
            List.of(
                    new ForAccessToken(aClientId()),
                    new ForServiceToken(aClientId(), request),
                    new ForScopedAccessToken(aClientId(), aServiceToken("hush")))
                .toString())
        .isEqualTo(
            "[ForAccessToken[clientId=backend-key],"
                + " ForServiceToken[clientId=backend-key, request=ServiceTokenRequest["
                + "purpose=Purpose[name=api.rocketlawyer.com/rocketdoc, required=[interviewId],"
                + " optional=[partnerEndUserId, upid]],"
                + " claims=Claims[interviewId, partnerEndUserId], lifetime=For[duration=PT2H]]],"
                + " ForScopedAccessToken[clientId=backend-key, serviceToken="
                + "ServiceToken[sha256:dc8331bc, expires 2026-03-01T14:00:00Z,"
                + " api.rocketlawyer.com/rocketdoc]]]");
  }

  @Test
  void tokensAreNotSerialized() throws Exception {
    try (ObjectOutputStream stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> stream.writeObject(anAccessToken("hush")))
          .isInstanceOf(NotSerializableException.class);
    }
  }
}
