package dev.partnerauth.http.transport;

import dev.partnerauth.http.settings.NetworkSettings;
import java.util.Optional;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Through the proxy, where there is one, unless the host is this machine. */
final class ProxyButForLoopback extends DefaultRoutePlanner {

  private final Optional<HttpHost> proxy;

  ProxyButForLoopback(NetworkSettings settings) {
    super(null);
    this.proxy = settings.proxy().map(proxy -> new HttpHost(proxy.host(), proxy.port()));
  }

  @Override
  protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
    return Loopback.is(target.getHostName()) ? null : proxy.orElse(null);
  }
}
