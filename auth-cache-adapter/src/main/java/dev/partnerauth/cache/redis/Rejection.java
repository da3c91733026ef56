package dev.partnerauth.cache.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Optional;

/**
 * What nodes tell each other of a rejected token: which, and under which name, as keyed hashes.
 *
 * @param name the hash of the name it was kept under
 * @param token the hash of its digest
 */
record Rejection(String name, String token) {

  private static final byte VERSION = '1';
  private static final int HASH = KeyRing.HASH_LENGTH;
  static final int LENGTH = 1 + 3 * HASH;

  /**
   * Signed, so that only nodes can make the others drop their tokens. The same bytes for the same
   * rejection.
   */
  byte[] signed(KeyRing keys) {
    String said = (char) VERSION + name + token;
    return (said + signature(said, keys)).getBytes(US_ASCII);
  }

  /** Nothing for what no node signed. */
  static Optional<Rejection> from(byte[] message, KeyRing keys) {
    if (message.length != LENGTH || message[0] != VERSION) {
      return Optional.empty();
    }
    String text = new String(message, US_ASCII);
    String said = text.substring(0, LENGTH - HASH);
    byte[] signature = text.substring(LENGTH - HASH).getBytes(US_ASCII);
    return MessageDigest.isEqual(signature, signature(said, keys).getBytes(US_ASCII))
        ? Optional.of(new Rejection(said.substring(1, 1 + HASH), said.substring(1 + HASH)))
        : Optional.empty();
  }

  private static String signature(String said, KeyRing keys) {
    return keys.hash("rejection", said.getBytes(US_ASCII));
  }
}
