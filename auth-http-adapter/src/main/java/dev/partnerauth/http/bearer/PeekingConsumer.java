package dev.partnerauth.http.bearer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer back to its end, or until it is too large to be a refusal of the gateway: then
 * the caller's consumer gets it from its beginning.
 */
final class PeekingConsumer implements AsyncDataConsumer {

  /** Where the answer goes when it is the caller's. */
  @FunctionalInterface
  interface Destination {
    @Nullable AsyncDataConsumer open() throws HttpException, IOException;
  }

  private final Destination destination;
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
  private @Nullable List<? extends Header> trailers;
  private @Nullable CapacityChannel capacity;
  private @Nullable AsyncDataConsumer rest;
  private volatile boolean handedOver;
  private volatile boolean atItsEnd;

  PeekingConsumer(Destination destination) {
    this.destination = destination;
  }

  byte[] beginning() {
    return beginning.toByteArray();
  }

  boolean isHandedOver() {
    return handedOver;
  }

  boolean isAtItsEnd() {
    return atItsEnd;
  }

  /** Invites no more than is kept back, so that the caller's consumer sets its own pace. */
  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    if (rest != null) {
      rest.updateCapacity(channel);
    } else if (capacity == null) {
      capacity = channel;
      channel.update(BearerPolicy.LARGEST_REFUSAL + 1);
    }
  }

  @Override
  public void consume(ByteBuffer source) throws IOException {
    if (handedOver) {
      if (rest != null) {
        rest.consume(source);
      }
      return;
    }
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    beginning.writeBytes(bytes);
    if (beginning.size() > BearerPolicy.LARGEST_REFUSAL) {
      handOver();
    }
  }

  private void handOver() throws IOException {
    handedOver = true;
    try {
      rest = destination.open();
    } catch (HttpException e) {
      throw new IOException("the answer could not be handed on", e);
    }
    if (rest == null) {
      return;
    }
    if (capacity != null) {
      rest.updateCapacity(capacity);
    }
    rest.consume(ByteBuffer.wrap(beginning()));
    beginning.reset();
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> last) throws HttpException, IOException {
    trailers = last;
    atItsEnd = true;
    if (rest != null) {
      rest.streamEnd(last);
    }
  }

  /** The answer, which has ended meanwhile, is the caller's. */
  void handOverAndEnd(AsyncExecCallback caller) {
    try {
      capacity = null;
      handOver();
      if (rest != null) {
        rest.streamEnd(trailers);
      }
      caller.completed();
    } catch (HttpException | IOException e) {
      caller.failed(e);
    }
  }

  @Override
  public void releaseResources() {
    if (rest != null) {
      rest.releaseResources();
    }
  }
}
