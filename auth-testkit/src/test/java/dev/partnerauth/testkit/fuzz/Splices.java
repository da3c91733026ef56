package dev.partnerauth.testkit.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Single bytes that stand for what a fuzzer would never write by itself: a secret that was sent,
 * another one, a token that nobody sent, and a long run of the byte before.
 */
record Splices(String secret, String otherSecret) {

  static final String UNSENT_TOKEN =
      "eyJDYW5hcnkiOiJoZWFkZXIiLCJhbGciOiJIUzI1NiJ9"
          + ".eyJDYW5hcnkiOiJwYXlsb2FkIG9mIGEgdG9rZW4gdGhhdCBub2JvZHkgc2VudCJ9.Q2FuYXJ5U2lnbmF0dXJl";

  private static final int RUN = 4096;

  /** Beyond what any limit of ours lets pass, and no more than a fuzzer can afford. */
  private static final int MOST = 256 * 1024;

  List<String> secrets() {
    return List.of(secret, otherSecret, UNSENT_TOKEN);
  }

  byte[] into(byte[] input) {
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    byte before = ' ';
    for (byte octet : input) {
      if (spliced.size() > MOST) {
        break;
      }
      switch (octet) {
        case '~' -> spliced.writeBytes(secret.getBytes(ISO_8859_1));
        case '^' -> spliced.writeBytes(otherSecret.getBytes(ISO_8859_1));
        case '%' -> spliced.writeBytes(UNSENT_TOKEN.getBytes(ISO_8859_1));
        case '`' -> spliced.writeBytes(runOf(before));
        default -> {
          spliced.write(octet);
          before = octet;
        }
      }
    }
    return spliced.toByteArray();
  }

  private static byte[] runOf(byte octet) {
    byte[] run = new byte[RUN];
    Arrays.fill(run, octet);
    return run;
  }

  /** Holds secrets. */
  @Override
  public String toString() {
    return "Splices";
  }
}
