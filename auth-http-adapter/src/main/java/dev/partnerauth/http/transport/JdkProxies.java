package dev.partnerauth.http.transport;

import dev.partnerauth.http.settings.HttpProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** By way of the proxy, unless the host is this machine. */
final class JdkProxies extends ProxySelector {

  private final HttpProxy proxy;

  JdkProxies(HttpProxy proxy) {
    this.proxy = proxy;
  }

  @Override
  public List<Proxy> select(URI uri) {
    return List.of(
        Loopback.is(uri.getHost())
            ? Proxy.NO_PROXY
            : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port())));
  }

  /** There is no other proxy to try; the exchange itself tells of the failure. */
  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
}
