package dev.partnerauth.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.http.settings.HttpProxy;
import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.settings.TlsMaterial;
import dev.partnerauth.http.settings.TlsStores;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class ConnectionsAreSecuredTest {

  private static final String ANONYMOUS = "anonymous";
  private static final String LOGIN = "Basic c29tZWJvZHk6aHVzaA==";

  @TempDir private static Path folder;
  private static Path serversKey;
  private static Path serversCertificate;
  private static Path clientsKey;
  private static Path otherClientsKey;
  private static Path clients;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  @BeforeAll
  static void makeKeys() {
    Certificates certificates = new Certificates(folder);
    serversKey = certificates.key("server", "dns:localhost", "dns:api.example");
    serversCertificate = certificates.trusting("trusted", serversKey);
    clientsKey = certificates.key("client");
    otherClientsKey = certificates.key("other-client");
    clients = certificates.trusting("clients", clientsKey, otherClientsKey);
  }

  @AfterEach
  void closeAll() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  static Stream<Arguments> transports() {
    return Stream.of(
        transport("Apache, asynchronous", ApacheAsyncTransport::of),
        transport("Apache, classic", ApacheClassicTransport::of),
        transport("JDK", JdkTransport::of));
  }

  private static Arguments transport(
      String name, Function<NetworkSettings, HttpTransport> transport) {
    return Arguments.argumentSet(name, transport);
  }

  @ParameterizedTest
  @MethodSource("transports")
  void aCertificateOfThePartnersOwnAuthorityIsTrusted(
      Function<NetworkSettings, HttpTransport> transport) {
    TlsServer server = start(TlsServer.of(Certificates.server(serversKey, clients)));

    ask(transport.apply(trusting()), server.uri("localhost"));

    assertThat(server.clients()).containsExactly(ANONYMOUS);
  }

  @ParameterizedTest
  @MethodSource("transports")
  void aCertificateThatTheJvmDoesNotKnowIsNotTrusted(
      Function<NetworkSettings, HttpTransport> transport) {
    TlsServer server = start(TlsServer.of(Certificates.server(serversKey, clients)));

    Throwable failure =
        failure(transport.apply(NetworkSettings.standard()), server.uri("localhost"));

    assertThat(List.of(failure instanceof SSLException, server.clients()))
        .isEqualTo(List.of(true, List.of()));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void aTrustedCertificateOfAnotherHostIsRefused(
      Function<NetworkSettings, HttpTransport> transport) {
    TlsServer server = start(TlsServer.of(Certificates.server(serversKey, clients)));

    Throwable failure = failure(transport.apply(trusting()), server.uri("127.0.0.1"));

    assertThat(List.of(failure instanceof SSLException, server.clients()))
        .isEqualTo(List.of(true, List.of()));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void olderProtocolsThanTls12AreRefused(Function<NetworkSettings, HttpTransport> transport) {
    TlsServer server =
        start(TlsServer.speakingOnly(Certificates.server(serversKey, clients), "TLSv1.1"));

    Throwable failure = failure(transport.apply(trusting()), server.uri("localhost"));

    assertThat(List.of(isTls(failure), server.clients())).isEqualTo(List.of(true, List.of()));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void tls12IsSpoken(Function<NetworkSettings, HttpTransport> transport) {
    TlsServer server =
        start(TlsServer.speakingOnly(Certificates.server(serversKey, clients), "TLSv1.2"));

    ask(transport.apply(trusting()), server.uri("localhost"));

    assertThat(server.clients()).containsExactly(ANONYMOUS);
  }

  @ParameterizedTest
  @MethodSource("transports")
  void aServerThatAsksIsShownTheClientsKey(Function<NetworkSettings, HttpTransport> transport) {
    TlsServer server = start(TlsServer.thatAsksForAKey(Certificates.server(serversKey, clients)));

    ask(transport.apply(presenting(clientsKey)), server.uri("localhost"));

    assertThat(server.clients()).containsExactly("CN=client");
  }

  @ParameterizedTest
  @MethodSource("transports")
  void aKeyThatWasReplacedIsShownAfterAReload(Function<NetworkSettings, HttpTransport> transport) {
    TlsServer server = start(TlsServer.thatAsksForAKey(Certificates.server(serversKey, clients)));
    Path replaced = folder.resolve("replaced.p12");
    Certificates.replace(replaced, clientsKey);
    NetworkSettings settings = presenting(replaced);
    HttpTransport first = transport.apply(settings);

    ask(first, server.uri("localhost"));
    first.close();
    Certificates.replace(replaced, otherClientsKey);
    settings.tls().reload().get();
    ask(transport.apply(settings), server.uri("localhost"));

    assertThat(server.clients()).containsExactly("CN=client", "CN=other-client");
  }

  @Test
  void aKeyInMemoryIsShownAndAfterAReloadTheOneThatReplacedIt() {
    TlsServer server = start(TlsServer.thatAsksForAKey(Certificates.server(serversKey, clients)));
    KeyStore vault = Certificates.inMemory(clientsKey);
    TlsStores stores =
        TlsStores.none()
            .trusting(Certificates.inMemory(serversCertificate))
            .presenting(vault, Certificates.PASSWORD);
    NetworkSettings settings = trusting().tls(TlsMaterial.of(stores).get());

    ask(ApacheAsyncTransport.of(settings), server.uri("localhost"));
    Certificates.replace(vault, otherClientsKey);
    settings.tls().reload().get();
    ask(ApacheAsyncTransport.of(settings), server.uri("localhost"));

    assertThat(server.clients()).containsExactly("CN=client", "CN=other-client");
  }

  @Test
  void aFileThatCannotBeReadChangesNothing() {
    TlsServer server = start(TlsServer.thatAsksForAKey(Certificates.server(serversKey, clients)));
    Path spoilt = folder.resolve("spoilt.p12");
    Certificates.replace(spoilt, clientsKey);
    NetworkSettings settings = presenting(spoilt);
    Certificates.replace(spoilt, Path.of(System.getProperty("java.home"), "release"));

    var reloaded = settings.tls().reload();
    ask(ApacheAsyncTransport.of(settings), server.uri("localhost"));

    assertThat(List.of(reloaded.getLeft().field(), server.clients()))
        .isEqualTo(List.of("key-store", List.of("CN=client")));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void aHostIsReachedByWayOfTheProxy(Function<NetworkSettings, HttpTransport> transport) {
    TlsServer server = start(TlsServer.of(Certificates.server(serversKey, clients)));
    ConnectProxy proxy = start(new ConnectProxy(server.port(), ""));

    ask(
        transport.apply(trusting().proxy(HttpProxy.of("127.0.0.1", proxy.port()).get())),
        URI.create("https://api.example/"));

    assertThat(List.of(proxy.requests(), server.clients()))
        .isEqualTo(List.of(List.of("CONNECT api.example:443 HTTP/1.1"), List.of(ANONYMOUS)));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void loopbackIsReachedWithoutTheProxy(Function<NetworkSettings, HttpTransport> transport) {
    TlsServer server = start(TlsServer.of(Certificates.server(serversKey, clients)));
    ConnectProxy proxy = start(new ConnectProxy(server.port(), ""));

    ask(
        transport.apply(trusting().proxy(HttpProxy.of("127.0.0.1", proxy.port()).get())),
        server.uri("localhost"));

    assertThat(List.of(proxy.requests(), server.clients()))
        .isEqualTo(List.of(List.of(), List.of(ANONYMOUS)));
  }

  /** The JDK's client obeys a system property in this, which is read once. */
  static Stream<Arguments> transportsThatKnowProxiesLogins() {
    return transports().limit(2);
  }

  @ParameterizedTest
  @MethodSource("transportsThatKnowProxiesLogins")
  void theProxyIsToldWhoAsksAndTheServerIsNot(Function<NetworkSettings, HttpTransport> transport) {
    TlsServer server = start(TlsServer.of(Certificates.server(serversKey, clients)));
    ConnectProxy proxy = start(new ConnectProxy(server.port(), LOGIN));
    HttpProxy known = HttpProxy.of("127.0.0.1", proxy.port()).get().as("somebody", "hush");

    ask(transport.apply(trusting().proxy(known)), URI.create("https://api.example/"));

    assertThat(List.of(server.clients(), server.proxyLogins()))
        .isEqualTo(List.of(List.of(ANONYMOUS), List.of()));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void aProxyThatRefusesIsToldOf(Function<NetworkSettings, HttpTransport> transport) {
    TlsServer server = start(TlsServer.of(Certificates.server(serversKey, clients)));
    ConnectProxy proxy = start(new ConnectProxy(server.port(), LOGIN));
    HttpProxy stranger = HttpProxy.of("127.0.0.1", proxy.port()).get();
    HttpTransport client = opened(transport.apply(trusting().proxy(stranger)));

    Object outcome =
        client
            .exchange(request(URI.create("https://api.example/")))
            .<Object>thenApply(HttpResponse::status)
            .exceptionally(ConnectionsAreSecuredTest::fault)
            .toCompletableFuture()
            .orTimeout(60, TimeUnit.SECONDS)
            .join();

    assertThat(outcome).isIn(407, NetworkFault.PROXY_REFUSED);
  }

  private static boolean isTls(Throwable failure) {
    return failure instanceof SSLException || fault(failure) == NetworkFault.TLS;
  }

  private static Object fault(Throwable failure) {
    Throwable cause = cause(failure);
    return cause instanceof NetworkFaultException known ? known.fault() : cause;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static NetworkSettings trusting() {
    return NetworkSettings.standard()
        .connectTimeout(Duration.ofSeconds(30))
        .handshakeTimeout(Duration.ofSeconds(30))
        .responseTimeout(Duration.ofSeconds(30))
        .closeGrace(Duration.ZERO)
        .tls(Certificates.trust(serversCertificate));
  }

  private static NetworkSettings presenting(Path key) {
    TlsStores stores =
        TlsStores.none()
            .trusting(serversCertificate, Certificates.PASSWORD)
            .presenting(key, Certificates.PASSWORD);
    return trusting().tls(TlsMaterial.of(stores).get());
  }

  private int ask(HttpTransport transport, URI uri) {
    return opened(transport)
        .exchange(request(uri))
        .toCompletableFuture()
        .orTimeout(60, TimeUnit.SECONDS)
        .join()
        .status();
  }

  private Throwable failure(HttpTransport transport, URI uri) {
    return opened(transport)
        .exchange(request(uri))
        .<Throwable>thenApply(response -> new AssertionError("answered: " + response))
        .exceptionally(ConnectionsAreSecuredTest::cause)
        .toCompletableFuture()
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  private static HttpRequest request(URI uri) {
    return new HttpRequest("POST", uri, Map.of(), new byte[1], Duration.ofSeconds(30), 1024);
  }

  private HttpTransport opened(HttpTransport transport) {
    return start(transport);
  }

  private <T extends AutoCloseable> T start(T server) {
    open.push(server);
    return server;
  }
}
