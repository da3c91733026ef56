package dev.partnerauth.http.bearer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** An entity whose beginning has been read, as if it had not. */
final class PeekedEntity extends HttpEntityWrapper {

  private final InputStream whole;

  PeekedEntity(HttpEntity entity, byte[] beginning, InputStream rest) {
    super(entity);
    this.whole = new SequenceInputStream(new ByteArrayInputStream(beginning), rest);
  }

  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public boolean isStreaming() {
    return true;
  }

  @Override
  public InputStream getContent() {
    return whole;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (whole) {
      whole.transferTo(out);
    }
  }
}
