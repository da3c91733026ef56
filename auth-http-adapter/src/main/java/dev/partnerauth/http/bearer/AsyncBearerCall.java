package dev.partnerauth.http.bearer;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.support.BasicRequestBuilder;
import org.jspecify.annotations.Nullable;

/** One call that carries a token, from the first attempt to the answer. Blocks nobody. */
record AsyncBearerCall(
    BearerPolicy policy,
    HttpRequest request,
    @Nullable AsyncEntityProducer body,
    AsyncExecChain.Scope scope,
    AsyncExecChain chain,
    AsyncExecCallback caller) {

  void start() {
    scope.clientContext.getRedirectLocations().clear();
    whenThere(
        policy.token(),
        obtained ->
            obtained
                .peek(token -> send(token, new FirstAnswer(this, token)))
                .peekLeft(caller::failed));
  }

  boolean wasRedirected() {
    return scope.clientContext.getRedirectLocations().size() > 0;
  }

  /** The first answer was 401, with this body: the call goes out again, or the answer goes up. */
  void afterRefusal(CarriedToken token, PeekingConsumer answer) {
    // The connection must not idle while a token is fetched: others may be waiting for it.
    scope.execRuntime.releaseEndpoint();
    whenThere(
        policy.replacement(token, answer.beginning(), body == null || body.isRepeatable()),
        replacement ->
            replacement.ifPresentOrElse(this::sendAgain, () -> answer.handOverAndEnd(caller)));
  }

  private void sendAgain(CarriedToken token) {
    if (body != null) {
      body.releaseResources();
    }
    send(token, caller);
  }

  private void send(CarriedToken token, AsyncExecCallback callback) {
    if (scope.cancellableDependency.isCancelled()) {
      caller.failed(
          new CancellationException("the call was cancelled while it waited for a token"));
      return;
    }
    try {
      chain.proceed(
          carrying(token), body, scope, new ForgettingCallback(callback, this::forgetTheToken));
    } catch (HttpException | IOException e) {
      caller.failed(e);
    }
  }

  /** The context is the caller's to read, and HttpClient has put there what it sent. */
  private void forgetTheToken() {
    scope.clientContext.setRequest(request);
  }

  /** A copy, so that the token is neither on the caller's request nor on what a redirect copies. */
  private HttpRequest carrying(CarriedToken token) {
    return BasicRequestBuilder.copy(request)
        .setHeader(HttpHeaders.AUTHORIZATION, token.authorizationHeader())
        .build();
  }

  private <T> void whenThere(CompletionStage<T> stage, Consumer<T> next) {
    stage
        .thenAccept(next)
        .whenComplete(
            (done, bug) -> {
              if (bug != null) {
                caller.failed(new IllegalStateException("the call with a token failed", bug));
              }
            });
  }
}
