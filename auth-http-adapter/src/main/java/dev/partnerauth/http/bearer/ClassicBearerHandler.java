package dev.partnerauth.http.bearer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * Stands outside of redirects and retries: a redirect repeats the scope's original request, which
 * never has the token, and what is refused here is not retried.
 */
record ClassicBearerHandler(BearerPolicy policy) implements ExecChainHandler {

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    Passage passage = policy.judge(Call.of(request, scope.route));
    if (passage instanceof Passage.Refused refused) {
      throw refused.reason();
    }
    return passage instanceof Passage.Unchanged
        ? chain.proceed(request, scope)
        : withToken(request, scope, chain);
  }

  private ClassicHttpResponse withToken(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    var obtained = awaited(policy.token());
    if (obtained.isLeft()) {
      throw obtained.getLeft();
    }
    CarriedToken token = obtained.get();
    scope.clientContext.getRedirectLocations().clear();
    ClassicHttpResponse response = sent(request, token, scope, chain);
    if (response.getCode() != BearerPolicy.UNAUTHORIZED
        || response.getEntity() == null
        || scope.clientContext.getRedirectLocations().size() > 0) {
      return response;
    }
    try {
      return afterRefusal(request, scope, chain, token, response);
    } catch (IOException | HttpException | RuntimeException e) {
      response.close();
      throw e;
    }
  }

  private ClassicHttpResponse afterRefusal(
      ClassicHttpRequest request,
      ExecChain.Scope scope,
      ExecChain chain,
      CarriedToken token,
      ClassicHttpResponse response)
      throws IOException, HttpException {
    HttpEntity entity = response.getEntity();
    InputStream body = entity.getContent();
    byte[] beginning = body.readNBytes(BearerPolicy.LARGEST_REFUSAL + 1);
    response.setEntity(new PeekedEntity(entity, beginning, body));
    Optional<CarriedToken> replacement =
        awaited(policy.replacement(token, beginning, isRepeatable(request)));
    if (replacement.isEmpty()) {
      return response;
    }
    response.close();
    return sent(request, replacement.get(), scope, chain);
  }

  private static ClassicHttpResponse sent(
      ClassicHttpRequest request, CarriedToken token, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    try {
      return chain.proceed(carrying(request, token), scope);
    } finally {
      // The context is the caller's to read, and HttpClient has put there what it sent.
      scope.clientContext.setRequest(request);
    }
  }

  private static boolean isRepeatable(ClassicHttpRequest request) {
    return request.getEntity() == null || request.getEntity().isRepeatable();
  }

  /** A copy, so that the token is neither on the caller's request nor on what a redirect copies. */
  private static ClassicHttpRequest carrying(ClassicHttpRequest request, CarriedToken token) {
    return ClassicRequestBuilder.copy(request)
        .setHeader(HttpHeaders.AUTHORIZATION, token.authorizationHeader())
        .build();
  }

  private static <T> T awaited(CompletionStage<T> stage) throws InterruptedIOException {
    try {
      return stage.toCompletableFuture().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException)
          new InterruptedIOException("interrupted while waiting for a token").initCause(e);
    } catch (ExecutionException bug) {
      throw new IllegalStateException("the source of tokens failed", bug.getCause());
    }
  }
}
