package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Samples.aKey;
import static dev.partnerauth.cache.redis.Samples.aKeyRing;
import static dev.partnerauth.cache.redis.Samples.aName;
import static dev.partnerauth.cache.redis.Samples.aRotatedKeyRing;
import static dev.partnerauth.cache.redis.Samples.aStrangersKeyRing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingsTest {

  @Test
  void aKeyRingPrintsItsIdsOnly() {
    assertThat(aRotatedKeyRing()).hasToString("KeyRing[summer of [summer, spring]]");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33, 64})
  void keysHaveThirtyTwoBytes(int length) {
    byte[] odd = new byte[length];

    assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(odd, "id", aKey(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(aKey(1), "id", odd));
    assertThatIllegalArgumentException().isThrownBy(() -> aKeyRing().alsoOpening("id", odd));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ä", "x:y", "123456789012345678901234567890123"})
  void idsAreShortAndPlain(String odd) {
    assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(aKey(1), odd, aKey(2)));
    assertThatIllegalArgumentException().isThrownBy(() -> aKeyRing().alsoOpening(odd, aKey(2)));
  }

  @Test
  void anIdStandsForOneKey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aKeyRing().alsoOpening("spring", aKey(7)));
  }

  @Test
  void theKeyForNamesDoesNotSeal() {
    assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of(aKey(1), "id", aKey(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> aKeyRing().alsoOpening("next", aKey(1)));
  }

  @Test
  void eachNamespaceHasHashesOfItsOwn() {
    RedisNames test = new RedisNames("test", aKeyRing().in("test"));
    RedisNames live = new RedisNames("live", aKeyRing().in("live"));
    byte[] message = new Rejection("a".repeat(64), "b".repeat(64)).signed(aKeyRing().in("test"));

    assertThat(test.hash(aName())).isNotEqualTo(live.hash(aName()));
    assertThat(Rejection.from(message, aKeyRing().in("test"))).isPresent();
    assertThat(Rejection.from(message, aKeyRing().in("live"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ä", "x:y", "{x}", "*"})
  void namespacesAreShortAndPlain(String odd) {
    assertThatIllegalArgumentException().isThrownBy(() -> RedisSettings.standard(odd));
    assertThatIllegalArgumentException().isThrownBy(() -> RedisSettings.standard("x".repeat(65)));
  }

  @Test
  void aKeyRingDoesNotFollowLaterChangesOfTheBytesItWasMadeOf() {
    byte[] key = aKey(1);
    KeyRing ring = KeyRing.of(key, "spring", aKey(2));
    String before = ring.hash("name", key);

    key[0] = 77;

    assertThat(ring.hash("name", aKey(1))).isEqualTo(before);
  }

  @Test
  void namesStayWhenTheSealingKeyIsRotated() {
    RedisNames before = new RedisNames("test", aKeyRing());
    RedisNames after = new RedisNames("test", aRotatedKeyRing());

    assertThat(after.entry(after.hash(aName()))).isEqualTo(before.entry(before.hash(aName())));
  }

  @Test
  void namesShowAPrefixAKindAndAKeyedHash() {
    RedisNames names = new RedisNames("shop", aKeyRing());
    String hash = names.hash(aName());

    assertThat(
            List.of(
                names.entry(hash),
                names.lease(hash),
                names.tombstone(hash),
                names.rejections(),
                names.probe()))
        .isEqualTo(
            List.of(
                "{partnerauth:shop}:token:" + hash,
                "{partnerauth:shop}:lease:" + hash,
                "{partnerauth:shop}:rejected:" + hash,
                "{partnerauth:shop}:rejections",
                "{partnerauth:shop}:probe"));
    assertThat(hash)
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(HexFormat.of().formatHex(aName().canonical()));
  }

  @Test
  void theSameContentHashesDifferentlyForEachUseAndKey() {
    byte[] content = aName().canonical();
    KeyRing other = KeyRing.of(aKey(8), "spring", aKey(2));

    assertThat(
            List.of(
                aKeyRing().hash("name", content),
                aKeyRing().hash("token", content),
                other.hash("name", content)))
        .doesNotHaveDuplicates();
  }

  @Test
  void aRejectionIsHeardOnlyFromWhoHasTheKeyForNames() {
    Rejection rejection = new Rejection("a".repeat(64), "b".repeat(64));
    byte[] message = rejection.signed(aKeyRing());
    byte[] strange = rejection.signed(KeyRing.of(aKey(8), "spring", aKey(2)));

    assertThat(
            List.of(
                Rejection.from(message, aRotatedKeyRing()),
                Rejection.from(message, aStrangersKeyRing())))
        .allMatch(heard -> heard.filter(rejection::equals).isPresent());
    assertThat(Rejection.from(strange, aKeyRing())).isEmpty();
  }

  @Test
  void noOtherMessageIsHeard() {
    byte[] message = new Rejection("a".repeat(64), "b".repeat(64)).signed(aKeyRing());

    for (int at = 0; at < message.length; at++) {
      byte[] changed = message.clone();
      changed[at] ^= 1;
      assertThat(Rejection.from(changed, aKeyRing())).as("changed at %s", at).isEmpty();
      byte[] cut = Arrays.copyOf(message, at);
      assertThat(Rejection.from(cut, aKeyRing())).as("cut at %s", at).isEmpty();
    }
  }
}
