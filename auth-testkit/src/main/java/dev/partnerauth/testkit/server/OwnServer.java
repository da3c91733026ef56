package dev.partnerauth.testkit.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A server for one platform, which can be away for a while and come back. Thread-safe. */
public final class OwnServer implements AutoCloseable {

  private final Site site;
  private final Optional<SSLContext> tls;
  private PlatformServer server;
  private final Listening listening;

  private OwnServer(
      Site site, Optional<SSLContext> tls, PlatformServer server, Listening listening) {
    this.site = site;
    this.tls = tls;
    this.server = server;
    this.listening = listening;
  }

  /**
   * Serves when it returns.
   *
   * @param tls for HTTPS
   * @param address with port 0 for any free one
   * @throws java.io.UncheckedIOException when the address cannot be listened on
   */
  public static OwnServer start(Site site, Optional<SSLContext> tls, InetSocketAddress address) {
    PlatformServer server = PlatformServer.start(tls);
    try {
      return new OwnServer(site, tls, server, server.listen(site, address));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  public Listening listening() {
    return listening;
  }

  /** Nobody listens any longer when it returns, and all connections are closed. */
  public synchronized void leave() {
    server.close();
  }

  /** Listens again, at the same port, if nobody listens there. */
  public synchronized void comeBack() {
    if (!server.isClosed()) {
      return;
    }
    server = PlatformServer.start(tls);
    server.listen(site, listening.address());
  }

  /** See {@link PlatformServer#stop}. */
  public void stop(Duration atMost) throws InterruptedException {
    current().stop(atMost);
  }

  private synchronized PlatformServer current() {
    return server;
  }

  @Override
  public synchronized void close() {
    server.close();
  }
}
