package dev.partnerauth.http.transport;

import dev.partnerauth.failure.Phase;
import java.net.SocketAddress;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;

/** TLS for one exchange, which is noted to be in the handshake when that begins. */
record NotedTls(TlsStrategy tls, HttpContext context) implements TlsStrategy {

  @Override
  public void upgrade(
      TransportSecurityLayer connection,
      NamedEndpoint host,
      Object attachment,
      Timeout timeout,
      FutureCallback<TransportSecurityLayer> callback) {
    Progress.enter(context, Phase.HANDSHAKE);
    tls.upgrade(connection, host, attachment, timeout, callback);
  }

  @Override
  @Deprecated
  public boolean upgrade(
      TransportSecurityLayer connection,
      HttpHost host,
      SocketAddress local,
      SocketAddress remote,
      Object attachment,
      Timeout timeout) {
    Progress.enter(context, Phase.HANDSHAKE);
    return tls.upgrade(connection, host, local, remote, attachment, timeout);
  }
}
