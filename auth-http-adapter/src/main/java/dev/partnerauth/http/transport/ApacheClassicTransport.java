package dev.partnerauth.http.transport;

import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.http.settings.NetworkSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Apache HttpClient 5 with blocking sockets and pooled connections, HTTP/1.1: for stacks that block
 * anyway, and for virtual threads. Thread-safe; close it when done.
 *
 * @since 0.1.0
 */
public final class ApacheClassicTransport implements HttpTransport {

  private final NetworkSettings settings;
  private final CloseableHttpClient client;
  private final Executor executor;
  private final Optional<ExecutorService> ownThreads;
  private final Exchanges exchanges = new Exchanges();

  private ApacheClassicTransport(
      NetworkSettings settings, Executor executor, Optional<ExecutorService> ownThreads) {
    this.settings = settings;
    this.client = client(settings);
    this.executor = executor;
    this.ownThreads = ownThreads;
  }

  /** On daemon threads of its own, as many as there are connections at most. */
  public static ApacheClassicTransport of(NetworkSettings settings) {
    ExecutorService threads = DaemonThreads.upTo(settings.maxConnections(), "partner-auth-http");
    return new ApacheClassicTransport(settings, threads, Optional.of(threads));
  }

  /**
   * On an executor of the caller's, such as one with a virtual thread for each task. With {@code
   * Runnable::run} the calling thread does the work itself, which is the fastest; then a name
   * service that hangs holds it up past the deadline.
   */
  public static ApacheClassicTransport of(NetworkSettings settings, Executor executor) {
    return new ApacheClassicTransport(settings, executor, Optional.empty());
  }

  private static CloseableHttpClient client(NetworkSettings settings) {
    return HttpClients.custom()
        .setConnectionManager(ApacheSettings.classicConnections(settings))
        .setUserAgent(UserAgent.of(settings))
        .setRoutePlanner(new ProxyButForLoopback(settings))
        .setDefaultCredentialsProvider(ApacheSettings.credentials(settings))
        .addExecInterceptorAfter(
            ChainElement.CONNECT.name(),
            "partner-auth.connected",
            ApacheClassicTransport::connected)
        .evictExpiredConnections()
        .evictIdleConnections(ApacheSettings.idleLife(settings))
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  @Override
  public CompletionStage<HttpResponse> exchange(HttpRequest request) {
    HttpClientContext context = HttpClientContext.create();
    Progress progress = Progress.in(context);
    return exchanges.begin(
        request, progress::whenOverdue, answer -> start(request, context, answer));
  }

  private void start(
      HttpRequest request, HttpClientContext context, CompletableFuture<HttpResponse> answer) {
    HttpUriRequestBase outgoing = outgoing(request);
    // Closes the connection, and so ends the blocking read.
    Exchanges.whenFailed(answer, outgoing::cancel);
    try {
      executor.execute(() -> send(request, outgoing, context, answer));
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(new NetworkFaultException(NetworkFault.CLIENT_CLOSED, e));
    }
  }

  private void send(
      HttpRequest request,
      HttpUriRequestBase outgoing,
      HttpClientContext context,
      CompletableFuture<HttpResponse> answer) {
    if (answer.isDone()) {
      return;
    }
    context.setRequestConfig(ApacheSettings.limits(settings, request));
    try {
      answer.complete(
          client.execute(
              outgoing,
              context,
              new CappedResponseReader(request.largestAnswer(), answer::isDone, outgoing::cancel)));
    } catch (IOException | RuntimeException e) {
      answer.completeExceptionally(ApacheFailures.translated(e, context));
    }
  }

  /** Also with a kept connection, which goes past connecting and handshake without a word. */
  private static ClassicHttpResponse connected(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws HttpException, IOException {
    Progress.enter(scope.clientContext, Phase.AWAITING_RESPONSE);
    return chain.proceed(request, scope);
  }

  private static HttpUriRequestBase outgoing(HttpRequest request) {
    HttpUriRequestBase outgoing = new HttpUriRequestBase(request.method(), request.uri());
    request.headers().forEach(outgoing::addHeader);
    if (request.body().length > 0) {
      outgoing.setEntity(new ByteArrayEntity(request.body(), null));
    }
    return outgoing;
  }

  @Override
  public List<String> loggersThatPrintSecrets() {
    return ApacheLoggers.thatPrintSecrets();
  }

  @Override
  public void close() {
    exchanges.close(settings.closeGrace());
    client.close(CloseMode.IMMEDIATE);
    ownThreads.ifPresent(ExecutorService::shutdown);
  }
}
