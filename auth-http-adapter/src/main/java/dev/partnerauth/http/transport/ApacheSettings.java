package dev.partnerauth.http.transport;

import dev.partnerauth.http.settings.HttpProxy;
import dev.partnerauth.http.settings.NetworkSettings;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Says {@link NetworkSettings} in HttpClient's words. */
final class ApacheSettings {

  /** Past the deadline, so that what ends at the deadline is told to have ended there. */
  private static final Duration GRACE = Duration.ofMillis(50);

  private static final Duration MOST_OFTEN = Duration.ofMillis(20);
  private static final Duration LEAST_OFTEN = Duration.ofSeconds(1);

  private static final int LONGEST_HEADER = 16 * 1024;
  private static final int MOST_HEADERS = 200;

  private ApacheSettings() {}

  static PoolingAsyncClientConnectionManager asyncConnections(
      NetworkSettings settings, Executor connecting) {
    return new ApacheAsyncConnections(connecting)
        .setTlsStrategy(tls(settings).buildAsync())
        .setMaxConnTotal(settings.maxConnections())
        .setMaxConnPerRoute(settings.maxConnections())
        .setDefaultConnectionConfig(connections(settings))
        .setDefaultTlsConfig(handshake(settings))
        .build();
  }

  static PoolingHttpClientConnectionManager classicConnections(NetworkSettings settings) {
    return new ApacheClassicConnections()
        .setConnectionFactory(strict())
        .setTlsSocketStrategy(tls(settings).buildClassic())
        .setMaxConnTotal(settings.maxConnections())
        .setMaxConnPerRoute(settings.maxConnections())
        .setDefaultConnectionConfig(connections(settings))
        .setDefaultTlsConfig(handshake(settings))
        .build();
  }

  /** HttpClient's own would skip any line that is not HTTP, and wait for one that is. */
  private static ManagedHttpClientConnectionFactory strict() {
    return ManagedHttpClientConnectionFactory.builder()
        .responseParserFactory(new DefaultHttpResponseParserFactory())
        .http1Config(heads())
        .build();
  }

  /** A head without end would fill the heap: HttpClient itself sets it no limit. */
  static Http1Config heads() {
    return Http1Config.custom()
        .setMaxLineLength(LONGEST_HEADER)
        .setMaxHeaderCount(MOST_HEADERS)
        .build();
  }

  /** And nothing is pushed that nobody asked for. */
  static H2Config headsOfHttp2() {
    return H2Config.custom()
        .setMaxHeaderListSize(MOST_HEADERS * 1024)
        .setPushEnabled(false)
        .build();
  }

  private static ClientTlsStrategyBuilder tls(NetworkSettings settings) {
    return ClientTlsStrategyBuilder.create()
        .setSslContext(settings.tls().context())
        .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
        .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH);
  }

  private static ConnectionConfig connections(NetworkSettings settings) {
    return ConnectionConfig.custom()
        .setConnectTimeout(timeout(settings.connectTimeout()))
        .setSocketTimeout(timeout(settings.responseTimeout()))
        .setTimeToLive(TimeValue.ofMilliseconds(settings.connectionLife().toMillis()))
        .build();
  }

  private static TlsConfig handshake(NetworkSettings settings) {
    return TlsConfig.custom().setHandshakeTimeout(timeout(settings.handshakeTimeout())).build();
  }

  static TimeValue idleLife(NetworkSettings settings) {
    return TimeValue.ofMilliseconds(settings.idleLife().toMillis());
  }

  /** The I/O threads look for timeouts only so often, and HttpClient's own second is coarse. */
  static TimeValue timeoutsAreCheckedEvery(NetworkSettings settings) {
    Duration shortest =
        shorter(
            shorter(settings.connectTimeout(), settings.handshakeTimeout()),
            settings.responseTimeout());
    Duration interval = shorter(shortest.dividedBy(10), LEAST_OFTEN);
    return TimeValue.ofMilliseconds(
        (interval.compareTo(MOST_OFTEN) < 0 ? MOST_OFTEN : interval).toMillis());
  }

  /**
   * The limits of one request: no phase outlasts the deadline. That nothing is decompressed is said
   * here too, since the builder of the asynchronous client has no word for it before 5.6.
   */
  static RequestConfig limits(NetworkSettings settings, HttpRequest request) {
    Duration longest = request.deadline().plus(GRACE);
    return RequestConfig.custom()
        .setConnectionRequestTimeout(timeout(longest))
        .setResponseTimeout(timeout(shorter(settings.responseTimeout(), longest)))
        .setRedirectsEnabled(false)
        .setContentCompressionEnabled(false)
        .build();
  }

  static CredentialsProvider credentials(NetworkSettings settings) {
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    settings.proxy().ifPresent(proxy -> addLogin(credentials, proxy));
    return credentials;
  }

  private static void addLogin(BasicCredentialsProvider credentials, HttpProxy proxy) {
    AuthScope scope = new AuthScope(proxy.host(), proxy.port());
    proxy
        .login()
        .map(login -> new UsernamePasswordCredentials(login.user(), login.reveal().toCharArray()))
        .ifPresent(password -> credentials.setCredentials(scope, password));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.ofMilliseconds(Math.max(1, duration.toMillis()));
  }
}
