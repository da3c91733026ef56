package dev.partnerauth.http.bearer;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** One call that carries a token, from the first attempt to the answer. Blocks nobody. */
final class JdkBearerCall<T> {

  private final BearerPolicy policy;
  private final HttpClient client;
  private final HttpRequest request;
  private final BodyHandler<T> handler;
  private final @Nullable PushPromiseHandler<T> pushed;
  private final CompletableFuture<HttpResponse<T>> answer = new CompletableFuture<>();

  JdkBearerCall(
      BearerPolicy policy,
      HttpClient client,
      HttpRequest request,
      BodyHandler<T> handler,
      @Nullable PushPromiseHandler<T> pushed) {
    this.policy = policy;
    this.client = client;
    this.request = request;
    this.handler = handler;
    this.pushed = pushed;
  }

  CompletableFuture<HttpResponse<T>> start() {
    policy
        .token()
        .thenCompose(obtained -> obtained.fold(CompletableFuture::failedFuture, this::send))
        .whenComplete(
            (response, failure) -> {
              if (failure == null) {
                answer.complete(response);
              } else {
                answer.completeExceptionally(failure);
              }
            });
    return answer;
  }

  private CompletionStage<HttpResponse<T>> send(CarriedToken token) {
    return exchange(token).thenCompose(response -> answer(token, response));
  }

  private CompletableFuture<HttpResponse<Peeked<T>>> exchange(CarriedToken token) {
    if (answer.isCancelled()) {
      return CompletableFuture.failedFuture(new CancellationException());
    }
    CompletableFuture<HttpResponse<Peeked<T>>> exchange =
        client.sendAsync(
            carrying(token),
            this::peeking,
            pushed == null ? null : new PushedAnswers<>(request, pushed));
    // What the caller cancels depends on the exchange, which hears nothing of it by itself.
    var unused =
        answer.whenComplete(
            (response, failure) -> {
              if (answer.isCancelled()) {
                exchange.cancel(true);
              }
            });
    return exchange;
  }

  /** A copy, so that the token is never on the caller's request. */
  private HttpRequest carrying(CarriedToken token) {
    return HttpRequest.newBuilder(request, (name, value) -> true)
        .setHeader(HttpHeaders.AUTHORIZATION, token.authorizationHeader())
        .build();
  }

  private HttpResponse.BodySubscriber<Peeked<T>> peeking(HttpResponse.ResponseInfo info) {
    return info.statusCode() == BearerPolicy.UNAUTHORIZED
        ? new PeekingSubscriber<>(info, handler)
        : BodySubscribers.mapping(handler.apply(info), Peeked::passed);
  }

  private CompletionStage<HttpResponse<T>> answer(
      CarriedToken token, HttpResponse<Peeked<T>> response) {
    return response.body() instanceof Peeked.Kept<T> kept
        ? policy
            .replacement(token, kept.body(), isRepeatable())
            .thenCompose(
                replacement ->
                    replacement.map(this::sendAgain).orElseGet(() -> handedOver(response, kept)))
        : CompletableFuture.completedFuture(CallersResponse.of(request, response));
  }

  private CompletionStage<HttpResponse<T>> sendAgain(CarriedToken token) {
    return exchange(token)
        .thenCompose(
            response ->
                response.body() instanceof Peeked.Kept<T> kept
                    ? handedOver(response, kept)
                    : CompletableFuture.completedFuture(CallersResponse.of(request, response)));
  }

  private CompletionStage<HttpResponse<T>> handedOver(
      HttpResponse<Peeked<T>> response, Peeked.Kept<T> kept) {
    return Relay.all(kept.body(), handler.apply(kept.info()))
        .thenApply(body -> new CallersResponse<>(request, response, body));
  }

  /** Whoever knows the length has the bytes; a stream or a publisher may be there only once. */
  private boolean isRepeatable() {
    return request.bodyPublisher().map(BodyPublisher::contentLength).orElse(0L) >= 0;
  }
}
