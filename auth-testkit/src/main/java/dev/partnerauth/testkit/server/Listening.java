package dev.partnerauth.testkit.server;

import java.net.InetSocketAddress;
import java.net.URI;

/** A port at which a platform is served, until it is closed. */
public final class Listening implements AutoCloseable {

  private final InetSocketAddress address;
  private final Runnable leaving;

  Listening(InetSocketAddress address, Runnable leaving) {
    this.address = address;
    this.leaving = leaving;
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

  /** Closes its connections too. */
  @Override
  public void close() {
    leaving.run();
  }
}
