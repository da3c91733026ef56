package dev.partnerauth.testkit.server;

import java.net.InetSocketAddress;
import java.net.URI;

/** An address at which a platform is served, until it is closed. */
public final class Listening implements AutoCloseable {

  private final String scheme;
  private final InetSocketAddress address;
  private final Runnable leaving;

  Listening(String scheme, InetSocketAddress address, Runnable leaving) {
    this.scheme = scheme;
    this.address = address;
    this.leaving = leaving;
  }

  InetSocketAddress address() {
    return address;
  }

  /** Scheme, host and port. */
  public URI root() {
    String host = address.getAddress().getHostAddress();
    return URI.create(
        scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
  }

  /** The part of the addresses before {@code /accesstoken}. */
  public URI base() {
    return URI.create(root() + PlatformRoutes.BASE);
  }

  /** Nothing is answered here any longer. */
  @Override
  public void close() {
    leaving.run();
  }
}
