package dev.partnerauth.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.settings.TlsMaterial;
import dev.partnerauth.http.settings.TlsStores;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.ApacheClassicTransport;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.http.transport.JdkTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Http2IsSpokenWhereItIsOfferedTest {

  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;
  private static HttpAsyncServer server;
  private static URI address;
  private static TlsMaterial trust;

  @BeforeAll
  static void startTheServer() throws Exception {
    Path key = folder.resolve("key.p12");
    keytool("-genkeypair -alias key -dname CN=localhost -keyalg EC -ext san=dns:localhost", key);
    Path certificate = folder.resolve("certificate.cer");
    keytool("-exportcert -alias key -file " + certificate, key);
    Path trusted = folder.resolve("trusted.p12");
    keytool("-importcert -noprompt -alias key -file " + certificate, trusted);
    trust = TlsMaterial.of(TlsStores.none().trusting(trusted, PASSWORD)).get();
    server = start(key);
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    address =
        URI.create(
            "https://localhost:"
                + ((InetSocketAddress) server.listen(loopback, URIScheme.HTTPS).get().getAddress())
                    .getPort());
  }

  @AfterAll
  static void stopTheServer() {
    server.close(CloseMode.IMMEDIATE);
  }

  static Stream<Arguments> transports() {
    return Stream.of(
        transport("Apache, asynchronous", ApacheAsyncTransport::of, "HTTP/2.0"),
        transport("Apache, classic", ApacheClassicTransport::of, "HTTP/1.1"),
        transport("JDK", JdkTransport::of, "HTTP/1.1"));
  }

  private static Arguments transport(
      String name, Function<NetworkSettings, HttpTransport> transport, String version) {
    return Arguments.argumentSet(name, transport, version);
  }

  @ParameterizedTest
  @MethodSource("transports")
  void byTheTransportsThatKnowIt(Function<NetworkSettings, HttpTransport> clients, String version) {
    NetworkSettings settings =
        NetworkSettings.standard()
            .connectTimeout(Duration.ofSeconds(30))
            .handshakeTimeout(Duration.ofSeconds(30))
            .responseTimeout(Duration.ofSeconds(30))
            .tls(trust);

    List<String> spoken;
    try (HttpTransport transport = clients.apply(settings)) {
      spoken = List.of(versionSpokenBy(transport), versionSpokenBy(transport));
    }

    assertThat(spoken).containsExactly(version, version);
  }

  private static String versionSpokenBy(HttpTransport transport) {
    HttpResponse response =
        transport
            .exchange(
                new HttpRequest(
                    "POST", address, Map.of(), new byte[1], Duration.ofSeconds(30), 1024))
            .toCompletableFuture()
            .orTimeout(60, TimeUnit.SECONDS)
            .join();
    return response.header("X-Version").orElse("none");
  }

  private static HttpAsyncServer start(Path key) throws Exception {
    KeyStore keys = KeyStore.getInstance(key.toFile(), PASSWORD.toCharArray());
    SSLContext context =
        SSLContextBuilder.create().loadKeyMaterial(keys, PASSWORD.toCharArray()).build();
    HttpAsyncServer started =
        H2ServerBootstrap.bootstrap()
            .setTlsStrategy(new H2ServerTlsStrategy(context))
            .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
            .register("*", new TellsTheVersion())
            .create();
    started.start();
    return started;
  }

  private static void keytool(String arguments, Path store) throws Exception {
    String line =
        Path.of(System.getProperty("java.home"), "bin", "keytool")
            + " "
            + arguments
            + " -storetype PKCS12 -storepass "
            + PASSWORD
            + " -keystore "
            + store;
    Process process = new ProcessBuilder(line.split(" ")).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
  }

  private static final class TellsTheVersion
      implements AsyncServerRequestHandler<Message<org.apache.hc.core5.http.HttpRequest, String>> {

    @Override
    public AsyncRequestConsumer<Message<org.apache.hc.core5.http.HttpRequest, String>> prepare(
        org.apache.hc.core5.http.HttpRequest request, EntityDetails entity, HttpContext context) {
      return new BasicRequestConsumer<>(entity == null ? null : new StringAsyncEntityConsumer());
    }

    @Override
    public void handle(
        Message<org.apache.hc.core5.http.HttpRequest, String> request,
        ResponseTrigger answers,
        HttpContext context)
        throws HttpException, IOException {
      String version = String.valueOf(request.getHead().getVersion());
      answers.submitResponse(
          AsyncResponseBuilder.create(204).addHeader("X-Version", version).build(), context);
    }
  }
}
