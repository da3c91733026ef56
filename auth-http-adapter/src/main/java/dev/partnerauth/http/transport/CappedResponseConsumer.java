package dev.partnerauth.http.transport;

import dev.partnerauth.failure.Phase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;

/**
 * Collects an answer, and gives up on one that is too large, before it fills the heap, and on one
 * that nobody waits for any longer.
 */
final class CappedResponseConsumer extends AbstractBinResponseConsumer<HttpResponse> {

  private final int largestAnswer;
  private final BooleanSupplier abandoned;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private Map<String, List<String>> headers = Map.of();
  private int status;

  CappedResponseConsumer(int largestAnswer, BooleanSupplier abandoned) {
    this.largestAnswer = largestAnswer;
    this.abandoned = abandoned;
  }

  @Override
  protected void start(org.apache.hc.core5.http.HttpResponse response, ContentType contentType) {
    status = response.getCode();
    headers = ApacheHeaders.of(response);
  }

  @Override
  protected int capacityIncrement() {
    return Integer.MAX_VALUE;
  }

  @Override
  protected void data(ByteBuffer source, boolean endOfStream) throws IOException {
    if (abandoned.getAsBoolean()) {
      throw new TransportTimeoutException(Phase.WHOLE_CALL);
    }
    if (body.size() + source.remaining() > largestAnswer) {
      throw new AnswerTooLargeException(largestAnswer);
    }
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    body.writeBytes(bytes);
  }

  @Override
  protected HttpResponse buildResult() {
    return new HttpResponse(status, headers, body.toByteArray());
  }

  @Override
  public void releaseResources() {
    body.reset();
  }
}
