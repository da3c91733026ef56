package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Samples.NOW;
import static dev.partnerauth.cache.redis.Samples.TEN_HOURS;
import static dev.partnerauth.cache.redis.Samples.aKeyRing;
import static dev.partnerauth.cache.redis.Samples.aRotatedKeyRing;
import static dev.partnerauth.cache.redis.Samples.aStrangersKeyRing;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static dev.partnerauth.cache.redis.Samples.factsOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.TokenTimes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesAreSealedTest {

  private static final String NAME = "1".repeat(64);

  private final AccessToken token =
      anAccessToken("the-secret", TokenTimes.lasting(TEN_HOURS, NOW).issuedAt(NOW));
  private final SharedEntry shared = new SharedEntry(token, TEN_HOURS, TEN_HOURS);

  private static EntryCodec codecOf(KeyRing keys) {
    return new EntryCodec(new RedisNames("test", keys), new Aead(keys, new SecureRandom()));
  }

  private byte[] sealedWith(KeyRing keys) {
    return codecOf(keys).encode(NAME, shared).orElseThrow();
  }

  private static void assertUnreadable(KeyRing keys, String name, byte[] value) {
    assertThatExceptionOfType(UnreadableEntryException.class)
        .isThrownBy(() -> codecOf(keys).decode(name, value));
  }

  @Test
  void anEntryOpensToWhatWasSealed() throws UnreadableEntryException {
    SharedEntry read = codecOf(aKeyRing()).decode(NAME, sealedWith(aKeyRing()));

    assertThat(factsOf(read.token())).isEqualTo(factsOf(token));
  }

  @Test
  void theSameTokenIsSealedDifferentlyEachTime() {
    assertThat(sealedWith(aKeyRing())).isNotEqualTo(sealedWith(aKeyRing()));
  }

  @Test
  void anEntryShowsNothingOfItsToken() {
    String shown = new String(sealedWith(aKeyRing()), ISO_8859_1);

    assertThat(shown).doesNotContain("the-secret", token.digest().hex(), "authentication");
  }

  @Test
  void anEntryThatWasMovedToAnotherNameDoesNotOpen() {
    assertUnreadable(aKeyRing(), "2".repeat(64), sealedWith(aKeyRing()));
  }

  @Test
  void anEntryOfAnotherKeyDoesNotOpen() {
    assertUnreadable(aStrangersKeyRing(), NAME, sealedWith(aKeyRing()));
    assertUnreadable(aKeyRing(), NAME, sealedWith(aRotatedKeyRing()));
  }

  @Test
  void afterARotationOldEntriesOpenAndNewOnesAreSealedWithTheActiveKey()
      throws UnreadableEntryException {
    byte[] old = sealedWith(aKeyRing());
    byte[] anew = sealedWith(aRotatedKeyRing());

    List<Object> read = factsOf(codecOf(aRotatedKeyRing()).decode(NAME, old).token());

    assertThat(read).isEqualTo(factsOf(token));
    assertThat(new String(anew, KeyRing.HASH_LENGTH + 2, 6, ISO_8859_1)).isEqualTo("summer");
  }

  @Test
  void anEntryThatWasChangedAnywhereDoesNotOpen() {
    byte[] whole = sealedWith(aKeyRing());

    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      assertUnreadable(aKeyRing(), NAME, changed);
    }
  }

  @Test
  void anEntryThatWasCutOffAnywhereDoesNotOpen() {
    byte[] whole = sealedWith(aKeyRing());

    for (int length = 0; length < whole.length; length++) {
      assertUnreadable(aKeyRing(), NAME, Arrays.copyOf(whole, length));
    }
  }

  @Test
  void anEntryThatWouldBeTooLongIsNotWritten() {
    AccessToken wide =
        AccessToken.of("wide", token.times(), Collections.nCopies(7000, "products")).get();

    assertThat(codecOf(aKeyRing()).encode(NAME, new SharedEntry(wide, TEN_HOURS, TEN_HOURS)))
        .isEmpty();
  }
}
