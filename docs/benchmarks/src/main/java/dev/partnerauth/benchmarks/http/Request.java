package dev.partnerauth.benchmarks.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has come of a request.
 *
 * @param bytes from the request's beginning to the buffer's position
 */
record Request(ByteBuffer bytes) {

  private static final int LARGEST = 16_384;
  private static final Pattern LENGTH =
      Pattern.compile("\r\nContent-Length: *([0-9]+)\r\n", Pattern.CASE_INSENSITIVE);

  Request() {
    this(ByteBuffer.allocate(LARGEST));
  }

  boolean isWhole() {
    String text = text();
    int head = text.indexOf("\r\n\r\n");
    Matcher length = LENGTH.matcher(text);
    return head >= 0
        && length.find()
        && text.length() >= head + 4 + Integer.parseInt(length.group(1));
  }

  boolean isForServiceToken() {
    return text().startsWith("POST /servicetoken ");
  }

  private String text() {
    return US_ASCII.decode(bytes.duplicate().flip()).toString();
  }
}
