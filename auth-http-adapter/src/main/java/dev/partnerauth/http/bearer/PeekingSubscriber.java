package dev.partnerauth.http.bearer;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer back to its end, or until it is too large to be a refusal of the gateway: then
 * the caller's subscriber gets it from its beginning.
 */
final class PeekingSubscriber<T> implements BodySubscriber<Peeked<T>> {

  private final ResponseInfo info;
  private final BodyHandler<T> handler;
  private final CompletableFuture<Peeked<T>> body = new CompletableFuture<>();
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
  private Flow.@Nullable Subscription upstream;
  private @Nullable Relay relay;

  PeekingSubscriber(ResponseInfo info, BodyHandler<T> handler) {
    this.info = info;
    this.handler = handler;
  }

  @Override
  public CompletionStage<Peeked<T>> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    upstream = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (relay != null) {
      relay.next(buffers);
      return;
    }
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      beginning.writeBytes(bytes);
    }
    if (upstream != null && beginning.size() <= BearerPolicy.LARGEST_REFUSAL) {
      upstream.request(1);
    } else if (upstream != null) {
      handOver(upstream);
    }
  }

  private void handOver(Flow.Subscription rest) {
    BodySubscriber<T> caller = handler.apply(info);
    relay = new Relay(beginning.toByteArray(), rest, caller);
    beginning.reset();
    caller
        .getBody()
        .whenComplete(
            (made, failure) -> {
              if (failure == null) {
                body.complete(Peeked.passed(made));
              } else {
                body.completeExceptionally(failure);
              }
            });
    caller.onSubscribe(relay);
  }

  @Override
  public void onError(Throwable failure) {
    if (relay != null) {
      relay.fail(failure);
    } else {
      body.completeExceptionally(failure);
    }
  }

  @Override
  public void onComplete() {
    if (relay != null) {
      relay.complete();
    } else {
      body.complete(new Peeked.Kept<>(info, beginning.toByteArray()));
    }
  }
}
