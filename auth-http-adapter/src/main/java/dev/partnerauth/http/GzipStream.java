package dev.partnerauth.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * For every member without content, the JDK's stream calls itself; a body made of such members
 * would use up the stack.
 */
final class GzipStream extends GZIPInputStream {

  /** Nobody sends even one. */
  private static final int MOST_EMPTY_MEMBERS = 100;

  private int depth;

  GzipStream(InputStream zipped) throws IOException {
    super(zipped);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (depth > MOST_EMPTY_MEMBERS) {
      throw new ZipException("too many members without content");
    }
    depth++;
    try {
      return super.read(bytes, offset, length);
    } finally {
      depth--;
    }
  }
}
