package dev.partnerauth.http.transport;

import dev.partnerauth.failure.Phase;
import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.port.UncaughtErrors;
import java.nio.channels.ClosedSelectorException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;

/**
 * The default transport: Apache HttpClient 5, asynchronous, with pooled connections; HTTP/2 where a
 * server offers it in the TLS handshake, HTTP/1.1 elsewhere. Two I/O threads serve any number of
 * exchanges. Thread-safe; close it when done.
 *
 * @since 0.1.0
 */
public final class ApacheAsyncTransport implements HttpTransport {

  private static final int IO_THREADS = 2;
  private static final int LOOK_UP_THREADS = 4;

  private final NetworkSettings settings;
  private final CloseableHttpAsyncClient client;
  private final ExecutorService lookUps;
  private final Exchanges exchanges = new Exchanges();

  private ApacheAsyncTransport(
      NetworkSettings settings, CloseableHttpAsyncClient client, ExecutorService lookUps) {
    this.settings = settings;
    this.client = client;
    this.lookUps = lookUps;
  }

  public static ApacheAsyncTransport standard() {
    return of(NetworkSettings.standard());
  }

  /** Starts its I/O threads, which are daemons. */
  public static ApacheAsyncTransport of(NetworkSettings settings) {
    ExecutorService lookUps = DaemonThreads.upTo(LOOK_UP_THREADS, "partner-auth-connect");
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(ApacheSettings.asyncConnections(settings, lookUps))
            .setIOReactorConfig(
                IOReactorConfig.custom()
                    .setIoThreadCount(IO_THREADS)
                    .setSelectInterval(ApacheSettings.timeoutsAreCheckedEvery(settings))
                    .build())
            .setIoReactorExceptionCallback(ApacheAsyncTransport::reactorFailed)
            .setHttp1Config(ApacheSettings.heads())
            .setH2Config(ApacheSettings.headsOfHttp2())
            .setUserAgent(UserAgent.of(settings))
            .setRoutePlanner(new ProxyButForLoopback(settings))
            .setDefaultCredentialsProvider(ApacheSettings.credentials(settings))
            .addExecInterceptorFirst("partner-auth.noted", first(ApacheAsyncTransport::noted))
            .addExecInterceptorAfter(
                ChainElement.CONNECT.name(),
                "partner-auth.connected",
                first(ApacheAsyncTransport::connected))
            .evictExpiredConnections()
            .evictIdleConnections(ApacheSettings.idleLife(settings))
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
    client.start();
    return new ApacheAsyncTransport(settings, client, lookUps);
  }

  /** How a reactor ends that is closed while it waits; HttpClient would log that as an error. */
  private static void reactorFailed(Exception failure) {
    if (!(failure instanceof ClosedSelectorException)) {
      UncaughtErrors.tell(failure);
    }
  }

  @Override
  public CompletionStage<HttpResponse> exchange(HttpRequest request) {
    HttpClientContext context = HttpClientContext.create();
    Progress progress = Progress.in(context);
    return exchanges.begin(
        request, progress::whenOverdue, answer -> start(request, context, progress, answer));
  }

  private void start(
      HttpRequest request,
      HttpClientContext context,
      Progress progress,
      CompletableFuture<HttpResponse> answer) {
    context.setRequestConfig(ApacheSettings.limits(settings, request));
    Future<?> running =
        client.execute(
            producer(request),
            new CappedResponseConsumer(request.largestAnswer(), answer::isDone),
            context,
            completing(answer, context));
    // Cancelling has no effect when HttpClient found its connection at once. A server that trickles
    // would then keep that connection for good, so it is closed as well.
    Exchanges.whenFailed(
        answer,
        () -> {
          running.cancel(true);
          progress.disconnect();
        });
  }

  /** Where to find the connection of an exchange that is to be ended. */
  private static void noted(AsyncExecChain.Scope scope) {
    Progress.disconnectBy(scope.clientContext, scope.execRuntime::discardEndpoint);
  }

  /** Also with a kept connection, which goes past connecting and handshake without a word. */
  private static void connected(AsyncExecChain.Scope scope) {
    Progress.enter(scope.clientContext, Phase.AWAITING_RESPONSE);
  }

  private static AsyncExecChainHandler first(Consumer<AsyncExecChain.Scope> step) {
    return (request, body, scope, chain, callback) -> {
      step.accept(scope);
      chain.proceed(request, body, scope, callback);
    };
  }

  private static AsyncRequestProducer producer(HttpRequest request) {
    AsyncRequestBuilder builder =
        AsyncRequestBuilder.create(request.method()).setUri(request.uri());
    if (request.body().length > 0) {
      builder.setEntity(new BasicAsyncEntityProducer(request.body(), null));
    }
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
        answer.completeExceptionally(ApacheFailures.translated(failure, context));
      }

      /** By this transport only, which has completed the answer before. */
      @Override
      public void cancelled() {}
    };
  }

  @Override
  public List<String> loggersThatPrintSecrets() {
    return ApacheLoggers.thatPrintSecrets();
  }

  @Override
  public void close() {
    exchanges.close(settings.closeGrace());
    client.close(CloseMode.IMMEDIATE);
    lookUps.shutdown();
  }
}
