package dev.partnerauth.http.transport;

import dev.partnerauth.http.settings.HttpProxy;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** By way of the proxy, unless the host is this machine. */
final class ProxyButForLoopback extends DefaultRoutePlanner {

  private final HttpHost proxy;

  ProxyButForLoopback(HttpProxy proxy) {
    super(null);
    this.proxy = new HttpHost(proxy.host(), proxy.port());
  }

  @Override
  protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
    return Loopback.is(target.getHostName()) ? null : proxy;
  }
}
