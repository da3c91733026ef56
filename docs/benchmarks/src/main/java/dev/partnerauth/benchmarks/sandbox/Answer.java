package dev.partnerauth.benchmarks.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** What has come of an answer. Sees no more than when it is whole, and that it grants. */
final class Answer {

  private static final int UNKNOWN = -1;
  private static final byte[] LENGTH = bytes("\ncontent-length:");
  private static final byte[] END_OF_HEAD = bytes("\r\n\r\n");
  private static final byte[] LAST_CHUNK = bytes("\r\n0\r\n\r\n");

  private final ByteBuffer octets = ByteBuffer.allocate(16 * 1024);
  private int body = UNKNOWN;
  private int length = UNKNOWN;

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  ByteBuffer octets() {
    return octets;
  }

  boolean isWhole() {
    if (body == UNKNOWN) {
      readHead();
    }
    if (body == UNKNOWN) {
      return false;
    }
    return length == UNKNOWN
        ? matches(LAST_CHUNK, octets.position() - LAST_CHUNK.length)
        : octets.position() >= body + length;
  }

  void clear() {
    octets.clear();
    body = UNKNOWN;
    length = UNKNOWN;
  }

  private void readHead() {
    int end = find(END_OF_HEAD, 0, octets.position());
    if (end == UNKNOWN) {
      return;
    }
    if (octets.get(9) != '2') {
      throw new IllegalStateException(new String(octets.array(), 0, octets.position(), US_ASCII));
    }
    body = end + END_OF_HEAD.length;
    int field = find(LENGTH, 0, body);
    if (field != UNKNOWN) {
      length = number(field + LENGTH.length);
    }
  }

  private int number(int from) {
    int number = 0;
    for (int i = from; octets.get(i) != '\r'; i++) {
      if (octets.get(i) != ' ') {
        number = 10 * number + octets.get(i) - '0';
      }
    }
    return number;
  }

  private int find(byte[] text, int from, int to) {
    for (int i = from; i <= to - text.length; i++) {
      if (matches(text, i)) {
        return i;
      }
    }
    return UNKNOWN;
  }

  /** Letters of the text are small ones; those of the answer may be any. */
  private boolean matches(byte[] text, int at) {
    for (int i = 0; i < text.length; i++) {
      int octet = octets.array()[at + i];
      if (octet != text[i] && (octet < 'A' || octet > 'Z' || octet + 32 != text[i])) {
        return false;
      }
    }
    return true;
  }
}
