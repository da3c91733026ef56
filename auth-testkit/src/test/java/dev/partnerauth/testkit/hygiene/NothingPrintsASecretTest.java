package dev.partnerauth.testkit.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.event.AuthEvent.SecretsAreLogged;
import dev.partnerauth.http.settings.HttpProxy;
import dev.partnerauth.http.settings.HttpSettings;
import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.settings.TlsMaterial;
import dev.partnerauth.http.settings.TlsStores;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.ApacheClassicTransport;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.http.transport.JdkTransport;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation, well and badly, with every logger at its most talkative, by each transport that
 * is shipped. Runs in an execution of its own, whose SLF4J keeps what is logged.
 */
@Tag("secret-hygiene")
class NothingPrintsASecretTest {

  /**
   * Prints them on JDK 17, and no longer on 25. The library asks no logger of the JDK's, so it
   * cannot tell that this one is on.
   */
  private static final String UNANNOUNCED = "jdk.internal.httpclient.debug";

  private static final String APACHE = "org.apache.hc.client5.http.";

  private static final Map<String, Set<String>> LOGGERS_THAT_PRINT_SECRETS =
      Map.of(
          "ApacheAsyncTransport",
          Set.of(
              APACHE + "wire",
              APACHE + "headers",
              APACHE + "impl.async.HttpAsyncMainClientExec",
              APACHE + "impl.async.InternalAbstractHttpAsyncClient"),
          "ApacheClassicTransport",
          Set.of(APACHE + "wire", APACHE + "headers"),
          "JdkTransport",
          Set.of("jdk.httpclient.HttpClient"));

  private static final String PROXY_REFUSES =
      String.join(
          "\r\n",
          "HTTP/1.1 407 Who asks?",
          "Proxy-Authenticate: Basic realm=here",
          "Connection: close",
          "Content-Length: 0",
          "",
          "");

  private static final Canaries CANARIES = new Canaries();
  private static final NetworkSettings SETTINGS = NetworkSettings.standard();
  private static Map<String, Run> runs;

  /** What one transport left behind. */
  private record Run(List<Printed> heard, Printed streams, List<Object> held) {}

  @BeforeAll
  static void doEverything() {
    runs =
        Map.of(
            "ApacheAsyncTransport", run(ApacheAsyncTransport::of),
            "ApacheClassicTransport", run(ApacheClassicTransport::of),
            "JdkTransport", run(JdkTransport::of));
  }

  private static Run run(Function<NetworkSettings, HttpTransport> kind) {
    try (Listening listening = new Listening();
        ScriptedServer refusing = new ScriptedServer(PROXY_REFUSES);
        HttpTransport transport = kind.apply(SETTINGS);
        HttpTransport proxied = kind.apply(SETTINGS.proxy(proxy(refusing.port())))) {
      EveryOperation operations = new EveryOperation(transport, CANARIES);
      operations.runAll();
      EveryOperation throughAProxy = new EveryOperation(proxied, CANARIES);
      throughAProxy.beTurnedAwayByAProxy();
      List<Object> held =
          Stream.concat(operations.held().stream(), throughAProxy.held().stream()).toList();
      return new Run(listening.heard(), listening.streams(), held);
    }
  }

  private static HttpProxy proxy(int port) {
    return HttpProxy.of("127.0.0.1", port).get().as("canary-user", Canaries.PROXY_PASSWORD);
  }

  static Set<String> transports() {
    return LOGGERS_THAT_PRINT_SECRETS.keySet();
  }

  @ParameterizedTest
  @MethodSource("transports")
  void theLoggersThatShowASecretAreThoseThatAreDocumented(String transport) {
    var talkative =
        runs.get(transport).heard().stream()
            .filter(CANARIES::isSeenIn)
            .map(Printed::by)
            .filter(logger -> !logger.equals(UNANNOUNCED))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(talkative)
        .containsExactlyInAnyOrderElementsOf(LOGGERS_THAT_PRINT_SECRETS.get(transport));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void anEventNamesTheLoggersThatWouldShowASecret(String transport) {
    var warnings =
        runs.get(transport).held().stream()
            .filter(SecretsAreLogged.class::isInstance)
            .map(SecretsAreLogged.class::cast)
            .toList();

    var expected = new TreeSet<>(LOGGERS_THAT_PRINT_SECRETS.get(transport));
    assertThat(warnings).isNotEmpty().allMatch(warning -> warning.loggers().containsAll(expected));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void nothingIsPrintedToTheConsole(String transport) {
    var streams = runs.get(transport).streams();

    assertThat(Stream.of(streams).filter(CANARIES::isSeenIn)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("transports")
  void noObjectShowsASecretWhicheverWayItIsPrinted(String transport) {
    var leaks =
        runs.get(transport).held().stream()
            .flatMap(held -> Prints.of(held).stream())
            .filter(CANARIES::isSeenIn)
            .toList();

    assertThat(leaks).isEmpty();
  }

  @Test
  void noSettingShowsAPassword() throws Exception {
    KeyStore inMemory = KeyStore.getInstance("PKCS12");
    inMemory.load(null, null);
    TlsStores vault = TlsStores.none().presenting(inMemory, Canaries.STORE_PASSWORD);
    TlsStores stores =
        TlsStores.none()
            .trusting(Path.of("trust.p12"), Canaries.STORE_PASSWORD)
            .presenting(Path.of("key.p12"), Canaries.STORE_PASSWORD);
    var unreadable =
        HttpSettings.of(
            Map.of(
                "trust-store", "/no/such/store",
                "trust-store-password", Canaries.STORE_PASSWORD,
                "proxy", "not a proxy",
                "proxy-user", "canary-user",
                "proxy-password", Canaries.PROXY_PASSWORD,
                "tries", "0"));
    var settings =
        List.of(
            stores,
            TlsMaterial.of(stores),
            vault,
            TlsMaterial.of(vault),
            proxy(3128),
            proxy(3128).login(),
            SETTINGS.proxy(proxy(3128)),
            HttpSettings.standard().with(SETTINGS.proxy(proxy(3128))),
            unreadable,
            unreadable.getLeft().describe());

    var leaks =
        settings.stream()
            .flatMap(setting -> Prints.of(setting).stream())
            .filter(CANARIES::isSeenIn)
            .toList();

    assertThat(leaks).isEmpty();
  }
}
