package dev.partnerauth.http.transport;

import dev.partnerauth.failure.Phase;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.nio.DefaultAsyncClientConnectionOperator;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.client5.http.nio.ManagedAsyncClientConnection;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.concurrent.FutureContribution;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HttpClient's asynchronous connections, but for two things: a name is looked up on an executor
 * rather than on the thread of whoever calls, which a slow name service would hold up past every
 * deadline; and the phase that an exchange is in is noted.
 */
final class ApacheAsyncConnections extends PoolingAsyncClientConnectionManagerBuilder {

  private final Executor connecting;

  ApacheAsyncConnections(Executor connecting) {
    this.connecting = connecting;
  }

  @Override
  protected AsyncClientConnectionOperator createConnectionOperator(
      TlsStrategy tls, @Nullable SchemePortResolver ports, @Nullable DnsResolver names) {
    return new Operator(tls, ports, names, connecting);
  }

  @SuppressWarnings("NullAway") // HttpClient's own types say nothing of nulls
  private static final class Operator extends DefaultAsyncClientConnectionOperator {

    private final Executor connecting;

    Operator(
        TlsStrategy tls,
        @Nullable SchemePortResolver ports,
        @Nullable DnsResolver names,
        Executor connecting) {
      super(
          RegistryBuilder.<TlsStrategy>create().register(URIScheme.HTTPS.getId(), tls).build(),
          ports,
          names);
      this.connecting = connecting;
    }

    @Override
    public Future<ManagedAsyncClientConnection> connect(
        ConnectionInitiator initiator,
        HttpHost host,
        @Nullable Path unixDomainSocket,
        @Nullable NamedEndpoint name,
        @Nullable SocketAddress local,
        Timeout timeout,
        Object attachment,
        HttpContext context,
        FutureCallback<ManagedAsyncClientConnection> callback) {
      ComplexFuture<ManagedAsyncClientConnection> connection = new ComplexFuture<>(callback);
      Progress.enter(context, Phase.CONNECTING);
      connecting.execute(
          () -> {
            // Whoever waited for the executor may have given up.
            if (connection.isDone()) {
              return;
            }
            try {
              connection.setDependency(
                  super.connect(
                      initiator,
                      host,
                      unixDomainSocket,
                      name,
                      local,
                      timeout,
                      attachment,
                      context,
                      new FutureContribution<>(connection) {
                        @Override
                        public void completed(ManagedAsyncClientConnection connected) {
                          connection.completed(connected);
                        }
                      }));
            } catch (RuntimeException e) {
              // Closed while the name was looked up.
              connection.failed(e);
            }
          });
      return connection;
    }

    @Override
    protected void onAfterSocketConnect(HttpContext context, HttpHost host) {
      Progress.enter(context, Phase.AWAITING_RESPONSE);
    }

    @Override
    protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
      Progress.enter(context, Phase.HANDSHAKE);
    }

    @Override
    protected void onAfterTlsHandshake(HttpContext context, HttpHost host) {
      Progress.enter(context, Phase.AWAITING_RESPONSE);
    }
  }
}
