package dev.partnerauth.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a token's text: tells tokens apart without telling them. Four numbers rather than
 * an array, since a cache holds one for each of its tokens and compares one on every read.
 *
 * @since 0.1.0
 */
public final class TokenDigest {

  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  private TokenDigest(ByteBuffer bytes) {
    this.first = bytes.getLong();
    this.second = bytes.getLong();
    this.third = bytes.getLong();
    this.fourth = bytes.getLong();
  }

  static TokenDigest of(String text) {
    try {
      return new TokenDigest(
          ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    HexFormat format = HexFormat.of();
    return format.toHexDigits(first)
        + format.toHexDigits(second)
        + format.toHexDigits(third)
        + format.toHexDigits(fourth);
  }

  /** The first eight digits of {@link #hex}: enough to follow one token through a log. */
  public String fingerprint() {
    return hex().substring(0, 8);
  }

  /** In constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TokenDigest digest
        && ((first ^ digest.first)
                | (second ^ digest.second)
                | (third ^ digest.third)
                | (fourth ^ digest.fourth))
            == 0;
  }

  /** A part of a digest is as good a hash as all of it. */
  @Override
  public int hashCode() {
    return Long.hashCode(first);
  }

  @Override
  public String toString() {
    return "sha256:" + fingerprint();
  }
}
