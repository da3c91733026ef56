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
 * Authenticated encryption with associated data, by AES-256-GCM: format version, length and text of
 * the key's id, nonce, ciphertext, tag. What stands before the nonce is authenticated, and so is
 * the associated data: with any other the content does not open. Thread-safe.
 */
final class Aead {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final KeyRing keys;
  private final SecureRandom random;

  Aead(KeyRing keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  byte[] seal(byte[] content, String associatedData) {
    byte[] header = header(keys.active().getBytes(US_ASCII));
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, keys.sealingKey(), nonce, header, associatedData)
              .doFinal(content);
      return ByteBuffer.allocate(header.length + nonce.length + sealed.length)
          .put(header)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has AES-GCM", e);
    }
  }

  byte[] open(byte[] sealed, String associatedData) throws UnreadableEntryException {
    ByteBuffer in = ByteBuffer.wrap(sealed);
    try {
      if (in.get() != VERSION) {
        throw new UnreadableEntryException("is sealed in a format that is not known here");
      }
      byte[] id = new byte[Byte.toUnsignedInt(in.get())];
      in.get(id);
      SecretKey key =
          keys.openingKey(new String(id, US_ASCII))
              .orElseThrow(
                  () ->
                      new UnreadableEntryException("is sealed with a key that is not known here"));
      byte[] nonce = new byte[NONCE_BYTES];
      in.get(nonce);
      if (in.remaining() < TAG_BYTES) {
        // The JDK's cipher would fail in a way of its own.
        throw new BufferUnderflowException();
      }
      return cipher(Cipher.DECRYPT_MODE, key, nonce, header(id), associatedData)
          .doFinal(sealed, in.position(), in.remaining());
    } catch (BufferUnderflowException e) {
      throw new UnreadableEntryException("is cut off");
    } catch (GeneralSecurityException e) {
      throw new UnreadableEntryException("was not sealed for this place, or was changed");
    }
  }

  private static byte[] header(byte[] id) {
    return ByteBuffer.allocate(2 + id.length).put(VERSION).put((byte) id.length).put(id).array();
  }

  private static Cipher cipher(
      int mode, SecretKey key, byte[] nonce, byte[] header, String associatedData)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(header);
    cipher.updateAAD(associatedData.getBytes(UTF_8));
    return cipher;
  }
}
