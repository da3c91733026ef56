package dev.partnerauth.testkit.server;

import java.net.InetSocketAddress;
import java.net.URI;

/** An address at which a platform is served, until it is closed. Thread-safe. */
public final class Listening implements AutoCloseable {

  /** Begins to listen there, and answers how to end it. */
  @FunctionalInterface
  interface Resuming {
    Runnable at(InetSocketAddress address);
  }

  private final InetSocketAddress address;
  private final Resuming resuming;
  private Runnable leaving;
  private boolean listens = true;

  Listening(InetSocketAddress address, Runnable leaving, Resuming resuming) {
    this.address = address;
    this.leaving = leaving;
    this.resuming = resuming;
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

  /**
   * Listens again where it did before.
   *
   * @throws java.io.UncheckedIOException when another has taken the port meanwhile
   */
  public synchronized void resume() {
    if (!listens) {
      leaving = resuming.at(address);
      listens = true;
    }
  }

  /** Connections are refused from now on, and the open ones closed. */
  @Override
  public synchronized void close() {
    if (listens) {
      leaving.run();
      listens = false;
    }
  }
}
