package dev.partnerauth.testkit.server;

import dev.partnerauth.testkit.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.support.BasicServerExchangeHandler;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ListenerEndpoint;
import org.apache.hc.core5.util.Timeout;

/** The engine behind an HTTP server (httpcore5, asynchronous). */
public final class PlatformServer implements AutoCloseable {

  /** After which a connection that says nothing is closed. */
  private static final Timeout SILENCE = Timeout.ofSeconds(30);

  private final HttpAsyncServer server;
  private final InetSocketAddress address;

  private PlatformServer(HttpAsyncServer server, InetSocketAddress address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Serves when it returns.
   *
   * @param port 0 for any free one
   * @throws UncheckedIOException when the address cannot be listened on
   */
  public static PlatformServer start(SandboxSettings settings, String host, int port) {
    ExchangeHandler handler = new ExchangeHandler(new PlatformRoutes(settings));
    HttpAsyncServer server =
        AsyncServerBootstrap.bootstrap()
            .setIOReactorConfig(IOReactorConfig.custom().setSoTimeout(SILENCE).build())
            .setRequestRouter((request, context) -> () -> new BasicServerExchangeHandler<>(handler))
            .create();
    server.start();
    try {
      Future<ListenerEndpoint> listening =
          server.listen(new InetSocketAddress(host, port), URIScheme.HTTP);
      return new PlatformServer(server, (InetSocketAddress) listening.get().getAddress());
    } catch (ExecutionException e) {
      server.close(CloseMode.IMMEDIATE);
      throw new UncheckedIOException(
          new IOException("cannot listen on " + host + ":" + port, e.getCause()));
    } catch (InterruptedException e) {
      server.close(CloseMode.IMMEDIATE);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the sandbox started", e);
    }
  }

  /** Scheme, host and port. */
  public URI root() {
    String host = address.getAddress().getHostAddress();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
  }

  /** The part of the addresses before {@code /accesstoken}. */
  public URI base() {
    return URI.create(root() + PlatformRoutes.BASE);
  }

  @Override
  public void close() {
    server.close(CloseMode.GRACEFUL);
  }
}
