package dev.partnerauth.testkit.server;

import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.ssl.BasicServerTlsStrategy;
import org.apache.hc.core5.http.nio.support.BasicServerExchangeHandler;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ListenerEndpoint;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP server (httpcore5, asynchronous) for any number of platforms, each at a port of its own.
 * Thread-safe.
 */
public final class PlatformServer implements AutoCloseable {

  /** For a whole request to come, and for the next one on the same connection to begin. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final TimeValue LONGEST_SHUTDOWN = TimeValue.ofSeconds(5);

  private static final Delays REAL_TIME = Delays.on(Runnable::run);

  private final HttpAsyncServer server;
  private final URIScheme scheme;
  private final Map<Integer, Site> sites;
  private final Connections connections;
  private final AtomicBoolean stopping;
  private final AtomicBoolean closed = new AtomicBoolean();

  private PlatformServer(
      HttpAsyncServer server,
      URIScheme scheme,
      Map<Integer, Site> sites,
      Connections connections,
      AtomicBoolean stopping) {
    this.server = server;
    this.scheme = scheme;
    this.sites = sites;
    this.connections = connections;
    this.stopping = stopping;
  }

  /**
   * Runs when it returns, and serves nothing yet.
   *
   * @param tls for HTTPS
   */
  public static PlatformServer start(Optional<SSLContext> tls) {
    return start(tls, PATIENCE);
  }

  static PlatformServer start(Optional<SSLContext> tls, Duration patience) {
    Map<Integer, Site> sites = new ConcurrentHashMap<>();
    Connections connections = new Connections(Time.system());
    AtomicBoolean stopping = new AtomicBoolean();
    ExchangeHandler handler =
        new ExchangeHandler(
            port -> Optional.ofNullable(sites.get(port)), connections, stopping::get);
    HttpAsyncServer server =
        AsyncServerBootstrap.bootstrap()
            .setIOReactorConfig(
                IOReactorConfig.custom()
                    .setSoReuseAddress(true)
                    .setSoTimeout(Timeout.of(patience))
                    .build())
            .setHttp1Config(
                Http1Config.custom()
                    .setMaxLineLength(ProblemsOfHttp.LONGEST_LINE)
                    .setMaxHeaderCount(ProblemsOfHttp.MOST_HEADERS)
                    .build())
            .setHttpProcessor(
                HttpProcessors.customServer(null).addFirst(new ProblemsOfHttp(connections)).build())
            .setIOSessionListener(connections)
            .setTlsStrategy(tls.map(BasicServerTlsStrategy::new).orElse(null))
            .setRequestRouter((request, context) -> () -> new BasicServerExchangeHandler<>(handler))
            .create();
    server.start();
    PlatformServer started =
        new PlatformServer(
            server,
            tls.isPresent() ? URIScheme.HTTPS : URIScheme.HTTP,
            sites,
            connections,
            stopping);
    started.watch(patience);
    return started;
  }

  private void watch(Duration patience) {
    if (!closed.get()) {
      connections.endOverdue(patience);
      REAL_TIME.after(patience.dividedBy(10), () -> watch(patience));
    }
  }

  /**
   * Serves the site when it returns.
   *
   * @param wanted with port 0 for any free one
   * @throws UncheckedIOException when the address cannot be listened on
   */
  public Listening listen(Site site, InetSocketAddress wanted) {
    try {
      ListenerEndpoint endpoint = server.listen(wanted, scheme).get();
      InetSocketAddress address = (InetSocketAddress) endpoint.getAddress();
      sites.put(address.getPort(), site);
      return new Listening(scheme.getId(), address, () -> leave(address.getPort()));
    } catch (ExecutionException e) {
      throw new UncheckedIOException(new IOException("cannot listen on " + wanted, e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the sandbox started", e);
    }
  }

  /**
   * The socket stays open until the server is closed: the HTTP library does not survive a listener
   * that is closed while a connection comes in.
   */
  private void leave(int port) {
    sites.remove(port);
    connections.at(port).forEach(connection -> connection.close(CloseMode.GRACEFUL));
  }

  /**
   * Lets the requests that have come be answered, and closes.
   *
   * @param atMost how long that may take, in real time
   */
  public void stop(Duration atMost) throws InterruptedException {
    stopping.set(true);
    CountDownLatch idle = new CountDownLatch(1);
    tellWhenIdle(idle);
    boolean drained = idle.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    close(drained ? CloseMode.GRACEFUL : CloseMode.IMMEDIATE);
  }

  private void tellWhenIdle(CountDownLatch idle) {
    if (!connections.anyIsBusy()) {
      idle.countDown();
    } else if (!closed.get()) {
      REAL_TIME.after(Duration.ofMillis(10), () -> tellWhenIdle(idle));
    }
  }

  boolean isClosed() {
    return closed.get();
  }

  @Override
  public void close() {
    close(CloseMode.GRACEFUL);
  }

  private void close(CloseMode mode) {
    stopping.set(true);
    closed.set(true);
    server.close(mode);
    try {
      server.awaitShutdown(LONGEST_SHUTDOWN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
