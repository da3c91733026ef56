package dev.partnerauth.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.support.BasicServerExchangeHandler;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ListenerEndpoint;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP server (httpcore5, asynchronous) for any number of platforms, each at a port of its own.
 * Thread-safe.
 */
public final class PlatformServer implements AutoCloseable {

  /** After which a connection that says nothing is closed. */
  private static final Timeout SILENCE = Timeout.ofSeconds(30);

  private final HttpAsyncServer server;
  private final Map<Integer, Site> sites;
  private final Connections connections;

  private PlatformServer(
      HttpAsyncServer server, Map<Integer, Site> sites, Connections connections) {
    this.server = server;
    this.sites = sites;
    this.connections = connections;
  }

  /** Runs when it returns, and serves nothing yet. */
  public static PlatformServer start() {
    Map<Integer, Site> sites = new ConcurrentHashMap<>();
    Connections connections = new Connections();
    ExchangeHandler handler =
        new ExchangeHandler(port -> Optional.ofNullable(sites.get(port)), connections);
    HttpAsyncServer server =
        AsyncServerBootstrap.bootstrap()
            .setIOReactorConfig(
                IOReactorConfig.custom().setSoTimeout(SILENCE).setSoReuseAddress(true).build())
            .setIOSessionListener(connections)
            .setRequestRouter((request, context) -> () -> new BasicServerExchangeHandler<>(handler))
            .create();
    server.start();
    return new PlatformServer(server, sites, connections);
  }

  /**
   * Serves the site when it returns.
   *
   * @param port 0 for any free one
   * @throws UncheckedIOException when the address cannot be listened on
   */
  public Listening listen(Site site, String host, int port) {
    try {
      ListenerEndpoint endpoint =
          server.listen(new InetSocketAddress(host, port), URIScheme.HTTP).get();
      InetSocketAddress address = (InetSocketAddress) endpoint.getAddress();
      sites.put(address.getPort(), site);
      return new Listening(address, () -> leave(address.getPort()));
    } catch (ExecutionException e) {
      throw new UncheckedIOException(
          new IOException("cannot listen on " + host + ":" + port, e.getCause()));
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

  @Override
  public void close() {
    server.close(CloseMode.GRACEFUL);
  }
}
