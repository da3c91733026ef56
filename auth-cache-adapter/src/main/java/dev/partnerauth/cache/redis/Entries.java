package dev.partnerauth.cache.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;

/**
 * What stands in Redis for a token: the keyed hash of its digest, so that a script can tell tokens
 * apart, and then all of it, sealed for this name and this hash.
 */
final class Entries {

  /** The length of the hash that an entry begins with. */
  static final int HASH_BYTES = 64;

  /** The greatest length of an entry, in bytes: twice what a token of the greatest length takes. */
  static final int MAXIMUM_BYTES = 64 * 1024;

  private final RedisNames names;
  private final Sealer sealer;

  Entries(RedisNames names, Sealer sealer) {
    this.names = names;
    this.sealer = sealer;
  }

  /** Nothing for what would be too long. */
  Optional<byte[]> write(String entry, SharedToken shared) {
    String hash = names.hash(shared.token().digest());
    byte[] sealed = sealer.seal(TokenWriter.write(shared), place(entry, hash));
    byte[] value = Arrays.copyOf(hash.getBytes(US_ASCII), HASH_BYTES + sealed.length);
    System.arraycopy(sealed, 0, value, HASH_BYTES, sealed.length);
    return value.length > MAXIMUM_BYTES ? Optional.empty() : Optional.of(value);
  }

  SharedToken read(String entry, byte[] value) throws Unreadable {
    if (value.length < HASH_BYTES) {
      throw new Unreadable("is cut off");
    }
    String hash = new String(value, 0, HASH_BYTES, US_ASCII);
    byte[] sealed = Arrays.copyOfRange(value, HASH_BYTES, value.length);
    SharedToken shared = TokenReader.read(sealer.open(sealed, place(entry, hash)));
    if (!names.hash(shared.token().digest()).equals(hash)) {
      throw new Unreadable("belongs to another token");
    }
    return shared;
  }

  private static String place(String entry, String hash) {
    return entry + " " + hash;
  }
}
