package dev.partnerauth.http.bearer;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Gives a subscriber the beginning of a body that has been read already, and after it whatever
 * comes. Keeps to what was asked for: signals never overtake each other.
 */
final class Relay implements Flow.Subscription {

  private static final Flow.Subscription NOTHING_MORE =
      new Flow.Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
      };

  private final byte[] beginning;
  private final Flow.Subscription rest;
  private final Flow.Subscriber<List<ByteBuffer>> subscriber;
  private long asked;
  private boolean begun;
  private boolean open;
  private @Nullable Runnable end;

  Relay(byte[] beginning, Flow.Subscription rest, Flow.Subscriber<List<ByteBuffer>> subscriber) {
    this.beginning = beginning;
    this.rest = rest;
    this.subscriber = subscriber;
    this.open = beginning.length == 0;
  }

  /** What the subscriber makes of a whole body. */
  static <T> CompletionStage<T> all(byte[] body, BodySubscriber<T> subscriber) {
    Relay relay = new Relay(body, NOTHING_MORE, subscriber);
    subscriber.onSubscribe(relay);
    relay.complete();
    return subscriber.getBody();
  }

  @Override
  public void request(long count) {
    boolean first = false;
    boolean further;
    synchronized (this) {
      further = open || count <= 0;
      if (!further) {
        asked = asked + count < 0 ? Long.MAX_VALUE : asked + count;
        first = !begun;
        begun = true;
      }
    }
    if (further) {
      rest.request(count);
    } else if (first) {
      begin();
    }
  }

  private void begin() {
    subscriber.onNext(List.of(ByteBuffer.wrap(beginning)));
    long left;
    Runnable last;
    synchronized (this) {
      open = true;
      left = asked == Long.MAX_VALUE ? asked : asked - 1;
      last = end;
    }
    if (last != null) {
      last.run();
    } else if (left > 0) {
      rest.request(left);
    }
  }

  void next(List<ByteBuffer> buffers) {
    subscriber.onNext(buffers);
  }

  void complete() {
    end(subscriber::onComplete);
  }

  void fail(Throwable failure) {
    end(() -> subscriber.onError(failure));
  }

  private void end(Runnable signal) {
    boolean now;
    synchronized (this) {
      now = open;
      end = signal;
    }
    if (now) {
      signal.run();
    }
  }

  @Override
  public void cancel() {
    rest.cancel();
  }
}
