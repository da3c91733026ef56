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

  private static final String PLACE = "partnerauth:token:1";

  private final AccessToken token =
      anAccessToken("the-secret", TokenTimes.lasting(TEN_HOURS, NOW).issuedAt(NOW));
  private final SharedToken shared = new SharedToken(token, TEN_HOURS, TEN_HOURS);

  private static Entries entriesOf(KeyRing keys) {
    return new Entries(new RedisNames("test", keys), new Sealer(keys, new SecureRandom()));
  }

  private byte[] sealedWith(KeyRing keys) {
    return entriesOf(keys).write(PLACE, shared).orElseThrow();
  }

  private static void assertUnreadable(KeyRing keys, String place, byte[] value) {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> entriesOf(keys).read(place, value));
  }

  @Test
  void anEntryOpensToWhatWasSealed() throws Unreadable {
    SharedToken read = entriesOf(aKeyRing()).read(PLACE, sealedWith(aKeyRing()));

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
    assertUnreadable(aKeyRing(), "partnerauth:token:2", sealedWith(aKeyRing()));
  }

  @Test
  void anEntryOfAnotherKeyDoesNotOpen() {
    assertUnreadable(aStrangersKeyRing(), PLACE, sealedWith(aKeyRing()));
    assertUnreadable(aKeyRing(), PLACE, sealedWith(aRotatedKeyRing()));
  }

  @Test
  void afterARotationOldEntriesOpenAndNewOnesAreSealedWithTheActiveKey() throws Unreadable {
    byte[] old = sealedWith(aKeyRing());
    byte[] anew = sealedWith(aRotatedKeyRing());

    List<Object> read = factsOf(entriesOf(aRotatedKeyRing()).read(PLACE, old).token());

    assertThat(read).isEqualTo(factsOf(token));
    assertThat(new String(anew, Entries.HASH_BYTES + 2, 6, ISO_8859_1)).isEqualTo("summer");
  }

  @Test
  void anEntryThatWasChangedAnywhereDoesNotOpen() {
    byte[] whole = sealedWith(aKeyRing());

    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      assertUnreadable(aKeyRing(), PLACE, changed);
    }
  }

  @Test
  void anEntryThatWasCutOffAnywhereDoesNotOpen() {
    byte[] whole = sealedWith(aKeyRing());

    for (int length = 0; length < whole.length; length++) {
      assertUnreadable(aKeyRing(), PLACE, Arrays.copyOf(whole, length));
    }
  }

  @Test
  void anEntryThatWouldBeTooLongIsNotWritten() {
    AccessToken wide =
        AccessToken.of("wide", token.times(), Collections.nCopies(7000, "products")).get();

    assertThat(entriesOf(aKeyRing()).write(PLACE, new SharedToken(wide, TEN_HOURS, TEN_HOURS)))
        .isEmpty();
  }
}
