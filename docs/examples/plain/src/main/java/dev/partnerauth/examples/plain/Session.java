package dev.partnerauth.examples.plain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Who is signed in.
 *
 * @param csrfToken what only our own page can read, and must send back
 */
record Session(String id, String user, String csrfToken) {

  static Session of(String user, SecureRandom random) {
    return new Session(drawn(random), user, drawn(random));
  }

  static String drawn(SecureRandom random) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** Both are as good as a password. */
  @Override
  public String toString() {
    return "Session[" + user + "]";
  }
}
