package dev.partnerauth.http;

import dev.partnerauth.failure.Phase;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * The default transport: Apache HttpClient 5, asynchronous, with pooled connections. Thread-safe;
 * close it when done.
 */
public final class ApacheAsyncTransport implements HttpTransport {

  /** Past the deadline, so that what ends at the deadline is told to have ended there. */
  private static final Duration GRACE = Duration.ofMillis(50);

  private final CloseableHttpAsyncClient client;
  private final RequestConfig requests;
  private final Set<FutureCallback<HttpResponse>> waiting = ConcurrentHashMap.newKeySet();

  private ApacheAsyncTransport(CloseableHttpAsyncClient client, RequestConfig requests) {
    this.client = client;
    this.requests = requests;
  }

  public static ApacheAsyncTransport standard() {
    return of(HttpTimeouts.standard());
  }

  /** Starts its I/O threads, which are daemons. */
  public static ApacheAsyncTransport of(HttpTimeouts timeouts) {
    ConnectionConfig connections =
        ConnectionConfig.custom().setConnectTimeout(timeout(timeouts.connect().toMillis())).build();
    RequestConfig requests =
        RequestConfig.custom()
            .setResponseTimeout(timeout(timeouts.response().toMillis()))
            .setRedirectsEnabled(false)
            .build();
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(connections)
                    .build())
            .setDefaultRequestConfig(requests)
            .setUserAgent("partner-auth-java")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
    client.start();
    return new ApacheAsyncTransport(client, requests);
  }

  private static Timeout timeout(long millis) {
    return Timeout.ofMilliseconds(Math.max(1, millis));
  }

  @Override
  public CompletionStage<HttpResponse> exchange(HttpRequest request) {
    CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    HttpClientContext context = HttpClientContext.create();
    context.setRequestConfig(within(request.deadline()));
    FutureCallback<HttpResponse> callback = completing(answer, context);
    waiting.add(callback);
    Future<?> running =
        client.execute(
            producer(request),
            new CappedResponseConsumer(request.largestAnswer(), answer::isDone),
            context,
            callback);
    return answer
        .orTimeout(request.deadline().toNanos(), TimeUnit.NANOSECONDS)
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(givenUp(failure, running)))
        .whenComplete((response, failure) -> waiting.remove(callback));
  }

  /**
   * Cancelling an exchange has no effect when HttpClient finds its connection at once, so a silent
   * server is left by the socket's timeout, and a trickling one by {@link CappedResponseConsumer}.
   */
  private RequestConfig within(Duration deadline) {
    Timeout longest = timeout(deadline.plus(GRACE).toMillis());
    Timeout response = requests.getResponseTimeout();
    return RequestConfig.copy(requests)
        .setConnectionRequestTimeout(longest)
        .setResponseTimeout(response.compareTo(longest) < 0 ? response : longest)
        .build();
  }

  /**
   * Past the deadline the exchange itself is ended, so that a trickling server does not hold the
   * connection.
   */
  private static Throwable givenUp(Throwable failure, Future<?> running) {
    if (failure instanceof TimeoutException) {
      running.cancel(true);
      return new TransportTimeoutException(Phase.WHOLE_CALL);
    }
    return failure;
  }

  private static AsyncRequestProducer producer(HttpRequest request) {
    AsyncRequestBuilder builder =
        AsyncRequestBuilder.create(request.method())
            .setUri(request.uri())
            .setEntity(new BasicAsyncEntityProducer(request.body(), null));
    request.headers().forEach(builder::addHeader);
    return builder.build();
  }

  private static FutureCallback<HttpResponse> completing(
      CompletableFuture<HttpResponse> answer, HttpClientContext context) {
    return new FutureCallback<>() {
      @Override
      public void completed(HttpResponse response) {
        answer.complete(response);
      }

      @Override
      public void failed(Exception failure) {
        answer.completeExceptionally(translated(failure, context));
      }

      @Override
      public void cancelled() {
        answer.completeExceptionally(new TransportTimeoutException(Phase.WHOLE_CALL));
      }
    };
  }

  private static IOException translated(Exception failure, HttpClientContext context) {
    if (failure instanceof SocketTimeoutException) {
      // The endpoint is known once the connection is there, TLS handshake included.
      return new TransportTimeoutException(
          context.getEndpointDetails() == null ? Phase.CONNECTING : Phase.AWAITING_RESPONSE);
    }
    // HttpClient reports a malformed answer, or its own shutdown, with exceptions that are not
    // IOExceptions.
    return failure instanceof IOException io ? io : new IOException(failure);
  }

  /** Ends what is under way and closes the connections. */
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
    // HttpClient forgets to tell those who wait.
    waiting.forEach(callback -> callback.failed(new IOException("the transport was closed")));
  }
}
