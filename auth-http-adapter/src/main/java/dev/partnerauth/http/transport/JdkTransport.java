package dev.partnerauth.http.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.http.settings.HttpProxy;
import dev.partnerauth.http.settings.NetworkSettings;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLParameters;

/**
 * The JDK's own client, {@code java.net.http}, with HTTP/1.1. Thread-safe; close it when done.
 *
 * <p>What that client cannot be told: connect and handshake share one limit, the sum of the two;
 * the limit for the answer counts from the start and ends with its head; the size of its pool has
 * no limit; and the life of a connection is set by system properties only. On a machine with one or
 * two cores it starts a short-lived thread for each answer, whatever executor it is given.
 *
 * @since 0.1.0
 */
public final class JdkTransport implements HttpTransport {

  private static final int THREADS = 2;

  private final NetworkSettings settings;
  private final HttpClient client;
  private final ExecutorService threads;
  private final Exchanges exchanges = new Exchanges();

  private JdkTransport(NetworkSettings settings, HttpClient client, ExecutorService threads) {
    this.settings = settings;
    this.client = client;
    this.threads = threads;
  }

  public static JdkTransport standard() {
    return of(NetworkSettings.standard());
  }

  /**
   * A proxy that asks for a password over {@code Basic} is obeyed only when the JVM was started
   * with {@code -Djdk.http.auth.tunneling.disabledSchemes=}: the JDK says no otherwise.
   */
  public static JdkTransport of(NetworkSettings settings) {
    ExecutorService threads = DaemonThreads.upTo(THREADS, "partner-auth-jdk-http");
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout().plus(settings.handshakeTimeout()))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .sslContext(settings.tls().context())
            .sslParameters(tls());
    // Told none, the JDK would ask the system properties, also for plain http to loopback.
    builder.proxy(
        settings.proxy().<ProxySelector>map(JdkProxies::new).orElse(HttpClient.Builder.NO_PROXY));
    return new JdkTransport(settings, builder.build(), threads);
  }

  private static SSLParameters tls() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    return parameters;
  }

  @Override
  public CompletionStage<HttpResponse> exchange(HttpRequest request) {
    return exchanges.begin(request, () -> Phase.WHOLE_CALL, answer -> start(request, answer));
  }

  private void start(HttpRequest request, CompletableFuture<HttpResponse> answer) {
    CompletableFuture<java.net.http.HttpResponse<byte[]>> running =
        client.sendAsync(
            outgoing(request), head -> new CappedBodySubscriber(request.largestAnswer()));
    var unused =
        running.whenComplete(
            (response, failure) -> {
              if (failure == null && response.body() == null) {
                // The JDK's way to hand on a proxy's 407 to CONNECT.
                answer.completeExceptionally(new NetworkFaultException(NetworkFault.PROXY_REFUSED));
              } else if (failure == null) {
                answer.complete(
                    new HttpResponse(
                        response.statusCode(), response.headers().map(), response.body()));
              } else {
                answer.completeExceptionally(JdkFailures.translated(failure));
              }
            });
    Exchanges.whenFailed(answer, () -> running.cancel(true));
  }

  private java.net.http.HttpRequest outgoing(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(request.uri())
            .method(
                request.method(),
                request.body().length > 0
                    ? BodyPublishers.ofByteArray(request.body())
                    : BodyPublishers.noBody())
            .timeout(settings.responseTimeout())
            .setHeader("User-Agent", UserAgent.of(settings));
    request.headers().forEach(builder::setHeader);
    // Not by an Authenticator: with one, the JDK takes a 401 without a challenge for a failure.
    proxyAuthorization(request).ifPresent(login -> builder.setHeader("Proxy-Authorization", login));
    return builder.build();
  }

  private Optional<String> proxyAuthorization(HttpRequest request) {
    return settings
        .proxy()
        .filter(proxy -> !Loopback.is(request.uri().getHost()))
        .flatMap(HttpProxy::login)
        .map(login -> (login.user() + ":" + login.reveal()).getBytes(UTF_8))
        .map(login -> "Basic " + Base64.getEncoder().encodeToString(login));
  }

  @Override
  public List<String> loggersThatPrintSecrets() {
    return Optional.ofNullable(System.getProperty("jdk.httpclient.HttpClient.log"))
        .filter(kinds -> kinds.matches("(?i).*(all|headers|frames|content).*"))
        .map(kinds -> List.of("jdk.httpclient.HttpClient"))
        .orElse(List.of());
  }

  @Override
  public void close() {
    exchanges.close(settings.closeGrace());
    threads.shutdown();
  }
}
