package dev.partnerauth.cache.redis;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets that all nodes share: one key for names, one that seals, and any that only open. To
 * rotate the sealing key, first let every node {@linkplain #alsoOpening open} with the next one,
 * then let them seal with it and open with the former, and drop the former after twelve hours: by
 * then nothing is left that it sealed. The key for names stays; with another one nodes do not find
 * each other's tokens.
 *
 * <p>Replace a sealing key before it has sealed four thousand million tokens. Immutable; prints the
 * ids only, and is never serialized.
 *
 * @since 0.1.0
 */
public final class KeyRing {

  /** The length of each key. */
  public static final int KEY_BYTES = 32;

  /** The length of each {@link #hash}. */
  static final int HASH_LENGTH = 64;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");
  private static final String MAC = "HmacSHA256";

  private final transient SecretKey nameKey;
  private final transient String active;
  private final transient SecretKey sealing;
  private final transient Map<String, SecretKey> opening;

  private KeyRing(
      SecretKey nameKey, String active, SecretKey sealing, Map<String, SecretKey> opening) {
    this.nameKey = nameKey;
    this.active = active;
    this.sealing = sealing;
    this.opening = Collections.unmodifiableMap(opening);
  }

  /**
   * @param nameKey 32 random bytes, for names only
   * @param id of the key that seals: 1 to 32 letters, digits, dots, underscores and hyphens, not
   *     secret
   * @param sealingKey 32 other random bytes
   * @throws IllegalArgumentException when one of them is of another form, or both are the same
   */
  public static KeyRing of(byte[] nameKey, String id, byte[] sealingKey) {
    SecretKey naming = key(nameKey, MAC);
    SecretKey sealing = keyThatSeals(sealingKey, naming);
    return new KeyRing(naming, id, sealing, Map.of(checked(id), sealing));
  }

  /**
   * With another key that opens and does not seal.
   *
   * @throws IllegalArgumentException when it is of another form, is the key for names, or the id is
   *     taken
   */
  public KeyRing alsoOpening(String id, byte[] sealingKey) {
    Map<String, SecretKey> more = new LinkedHashMap<>(opening);
    if (more.put(checked(id), keyThatSeals(sealingKey, nameKey)) != null) {
      throw new IllegalArgumentException("there is a key " + id + " already");
    }
    return new KeyRing(nameKey, active, sealing, more);
  }

  private static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a key's id is 1 to 32 letters, digits, dots, underscores and hyphens");
    }
    return id;
  }

  private static SecretKey key(byte[] material, String algorithm) {
    if (material.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "a key has " + KEY_BYTES + " bytes, not " + material.length);
    }
    return new SecretKeySpec(material, algorithm);
  }

  private static SecretKey keyThatSeals(byte[] material, SecretKey naming) {
    SecretKey key = key(material, "AES");
    if (MessageDigest.isEqual(material, naming.getEncoded())) {
      throw new IllegalArgumentException("the key for names must not seal");
    }
    return key;
  }

  /** The same with another key for names, which belongs to this namespace alone. */
  KeyRing in(String namespace) {
    byte[] derived =
        HexFormat.of().parseHex(hash("namespace", namespace.getBytes(StandardCharsets.US_ASCII)));
    return new KeyRing(key(derived, MAC), active, sealing, opening);
  }

  String active() {
    return active;
  }

  SecretKey sealingKey() {
    return sealing;
  }

  Optional<SecretKey> openingKey(String id) {
    return Optional.ofNullable(opening.get(id));
  }

  /**
   * A keyed hash in lower-case hexadecimal digits.
   *
   * @param use what it is for, so that hashes for different uses have nothing to do with each other
   */
  String hash(String use, byte[] content) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(nameKey);
      mac.update(use.getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(content));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has " + MAC, e);
    }
  }

  /** The ids only. */
  @Override
  public String toString() {
    return "KeyRing[" + active + " of " + opening.keySet() + "]";
  }
}
