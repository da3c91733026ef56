package dev.partnerauth.http.transport;

import dev.partnerauth.failure.Phase;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** HttpClient's blocking connections, which note the phase that an exchange is in. */
final class ApacheClassicConnections extends PoolingHttpClientConnectionManagerBuilder {

  ApacheClassicConnections() {}

  @Override
  protected HttpClientConnectionOperator createConnectionOperator(
      @Nullable SchemePortResolver ports, @Nullable DnsResolver names, TlsSocketStrategy tls) {
    return new Operator(ports, names, tls);
  }

  @SuppressWarnings("NullAway") // HttpClient's own types say nothing of nulls
  private static final class Operator extends DefaultHttpClientConnectionOperator {

    Operator(
        @Nullable SchemePortResolver ports, @Nullable DnsResolver names, TlsSocketStrategy tls) {
      super(
          ports,
          names,
          RegistryBuilder.<TlsSocketStrategy>create()
              .register(URIScheme.HTTPS.getId(), tls)
              .build());
    }

    @Override
    protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
      Progress.enter(context, Phase.CONNECTING);
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
