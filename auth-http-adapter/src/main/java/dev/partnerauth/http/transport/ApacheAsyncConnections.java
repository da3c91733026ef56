package dev.partnerauth.http.transport;

import java.util.concurrent.Executor;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.jspecify.annotations.Nullable;

/** HttpClient's asynchronous connections, but for what {@link ApacheAsyncOperator} does. */
final class ApacheAsyncConnections extends PoolingAsyncClientConnectionManagerBuilder {

  private final Executor connecting;

  ApacheAsyncConnections(Executor connecting) {
    this.connecting = connecting;
  }

  @Override
  protected AsyncClientConnectionOperator createConnectionOperator(
      TlsStrategy tls, @Nullable SchemePortResolver ports, @Nullable DnsResolver names) {
    return new ApacheAsyncOperator(
        context -> super.createConnectionOperator(new NotedTls(tls, context), ports, names),
        connecting);
  }
}
