package dev.partnerauth.testkit.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.entity.AbstractBinAsyncEntityConsumer;

/** A request's body, of which no more is kept than is needed to see that it is too large. */
final class BoundedBody extends AbstractBinAsyncEntityConsumer<byte[]> {

  private final int enough;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  BoundedBody(int largest) {
    this.enough = largest + 1;
  }

  @Override
  protected void streamStart(ContentType contentType) {}

  @Override
  protected int capacityIncrement() {
    return Integer.MAX_VALUE;
  }

  @Override
  protected void data(ByteBuffer source, boolean endOfStream) {
    byte[] bytes = new byte[Math.min(source.remaining(), enough - kept.size())];
    source.get(bytes);
    kept.writeBytes(bytes);
    source.position(source.limit());
  }

  @Override
  protected byte[] generateContent() {
    return kept.toByteArray();
  }

  @Override
  public void releaseResources() {
    kept.reset();
  }
}
