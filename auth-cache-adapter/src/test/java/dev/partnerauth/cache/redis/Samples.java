package dev.partnerauth.cache.redis;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.PartnerEndUserId;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.DelegatedPurpose;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenName;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The values that these tests speak about, by name. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");
  static final Duration TEN_HOURS = Duration.ofSeconds(35_999);
  static final ClientId CLIENT = new ClientId("backend-key-of-jane");

  /** Of all nodes here. */
  static final String NAMESPACE = "test";

  private Samples() {}

  static byte[] aKey(int fill) {
    byte[] key = new byte[KeyRing.KEY_BYTES];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  static KeyRing aKeyRing() {
    return KeyRing.of(aKey(1), "spring", aKey(2));
  }

  /** What these nodes call things in Redis. */
  static RedisNames names() {
    return new RedisNames(NAMESPACE, aKeyRing().in(NAMESPACE));
  }

  /** The same ring after its sealing key was rotated. */
  static KeyRing aRotatedKeyRing() {
    return KeyRing.of(aKey(1), "summer", aKey(3)).alsoOpening("spring", aKey(2));
  }

  /** Of a stranger, with the same ids. */
  static KeyRing aStrangersKeyRing() {
    return KeyRing.of(aKey(1), "spring", aKey(9));
  }

  static TokenName aName() {
    return new TokenKey.ForAccessToken(CLIENT);
  }

  /** An equal name that is another object. */
  static TokenName anotherName(String clientId) {
    return new TokenKey.ForAccessToken(new ClientId(clientId));
  }

  static TokenKey.ForServiceToken aServiceTokenKey() {
    return new TokenKey.ForServiceToken(
        CLIENT,
        ServiceTokenRequest.forInterview(
            new InterviewId("interview-of-jane"), Lifetime.of(Duration.ofHours(2))));
  }

  static DelegatedPurpose aDelegatedPurpose() {
    return new DelegatedPurpose(
        "api.rocketlawyer.com/rocketdoc",
        Claims.of(new InterviewId("interview-of-jane"))
            .and(new PartnerEndUserId("jane@partner.example")));
  }

  static AccessToken anAccessToken(String text, TokenTimes times) {
    return AccessToken.of(text, times, List.of("authentication", "Dokumente für alle")).get();
  }

  /** Obtained now, by the system's clock. */
  static AccessToken anAccessToken(String text) {
    return anAccessTokenLasting(text, TEN_HOURS);
  }

  static AccessToken anAccessTokenLasting(String text, Duration lifetime) {
    return anAccessToken(text, TokenTimes.lasting(lifetime, Instant.now()));
  }

  static ServiceToken aServiceToken(String text, Instant obtainedAt) {
    return ServiceToken.issued(
            text, aDelegatedPurpose(), obtainedAt, obtainedAt.plus(Duration.ofHours(2)))
        .get();
  }

  static ScopedAccessToken aScopedToken(String text, TokenTimes times) {
    return ScopedAccessToken.of(text, times, List.of("rocketdoc"), Optional.of(aDelegatedPurpose()))
        .get();
  }

  /** All that is known of a token, whose own equality looks at its text only. */
  static List<Object> factsOf(Token token) {
    if (token instanceof BearerToken bearer) {
      Optional<DelegatedPurpose> delegates =
          token instanceof ScopedAccessToken scoped ? scoped.delegates() : Optional.empty();
      return List.of(token.kind(), token.reveal(), bearer.times(), bearer.apiProducts(), delegates);
    }
    return List.of(
        token.kind(),
        token.reveal(),
        token.obtainedAt(),
        token.expiration(),
        ((ServiceToken) token).delegates());
  }
}
