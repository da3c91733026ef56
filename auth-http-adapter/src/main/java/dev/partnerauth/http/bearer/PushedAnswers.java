package dev.partnerauth.http.bearer;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Answers that a server pushes go straight to the caller's handler. */
record PushedAnswers<T>(HttpRequest request, PushPromiseHandler<T> caller)
    implements PushPromiseHandler<Peeked<T>> {

  @Override
  public void applyPushPromise(
      HttpRequest initiating,
      HttpRequest promised,
      Function<BodyHandler<Peeked<T>>, CompletableFuture<HttpResponse<Peeked<T>>>> acceptor) {
    caller.applyPushPromise(
        request,
        promised,
        handler ->
            acceptor
                .apply(info -> BodySubscribers.mapping(handler.apply(info), Peeked::passed))
                .thenApply(answer -> CallersResponse.of(promised, answer)));
  }
}
