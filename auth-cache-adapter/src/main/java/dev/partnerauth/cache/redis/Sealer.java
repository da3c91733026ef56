package dev.partnerauth.cache.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals with AES-256-GCM: format version, length and text of the key's id, nonce, ciphertext, tag.
 * What stands before the nonce is authenticated, and so is the place that the content is sealed
 * for: elsewhere it does not open. Thread-safe.
 */
final class Sealer {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeyRing keys;
  private final SecureRandom random;

  Sealer(KeyRing keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  byte[] seal(byte[] content, String place) {
    byte[] header = header(keys.active());
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, keys.sealingKey(), nonce, header, place).doFinal(content);
      return ByteBuffer.allocate(header.length + nonce.length + sealed.length)
          .put(header)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has AES-GCM", e);
    }
  }

  byte[] open(byte[] sealed, String place) throws Unreadable {
    ByteBuffer rest = ByteBuffer.wrap(sealed);
    try {
      if (rest.get() != VERSION) {
        throw new Unreadable("is sealed in a format that is not known here");
      }
      String id = US_ASCII.decode(part(rest, Byte.toUnsignedInt(rest.get()))).toString();
      SecretKey key =
          keys.openingKey(id)
              .orElseThrow(() -> new Unreadable("is sealed with a key that is not known here"));
      byte[] nonce = new byte[NONCE_BYTES];
      rest.get(nonce);
      if (rest.remaining() < TAG_BITS / Byte.SIZE) {
        // The JDK's cipher would fail in a way of its own.
        throw new BufferUnderflowException();
      }
      return cipher(Cipher.DECRYPT_MODE, key, nonce, header(id), place)
          .doFinal(sealed, rest.position(), rest.remaining());
    } catch (BufferUnderflowException e) {
      throw new Unreadable("is cut off");
    } catch (GeneralSecurityException e) {
      throw new Unreadable("was not sealed for this place, or was changed");
    }
  }

  private static ByteBuffer part(ByteBuffer rest, int length) {
    if (length > rest.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = rest.slice(rest.position(), length);
    rest.position(rest.position() + length);
    return part;
  }

  private static byte[] header(String keyId) {
    byte[] id = keyId.getBytes(US_ASCII);
    return ByteBuffer.allocate(2 + id.length).put(VERSION).put((byte) id.length).put(id).array();
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] header, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(header);
    cipher.updateAAD(place.getBytes(UTF_8));
    return cipher;
  }
}
