package dev.partnerauth.http.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsAreCheckedTest {

  private static final Duration WRONG = Duration.ofDays(-1);

  static Stream<Arguments> wrongSettings() {
    CallSettings calls = CallSettings.standard();
    NetworkSettings network = NetworkSettings.standard();
    return Stream.of(
        wrong("connect-timeout", () -> network.connectTimeout(WRONG)),
        wrong("handshake-timeout", () -> network.handshakeTimeout(WRONG)),
        wrong("response-timeout", () -> network.responseTimeout(WRONG)),
        wrong("max-connections", () -> network.maxConnections(0)),
        wrong("max-connections", () -> network.maxConnections(10_001)),
        wrong("connection-life", () -> network.connectionLife(WRONG)),
        wrong("idle-life", () -> network.idleLife(WRONG)),
        wrong("close-grace", () -> network.closeGrace(WRONG)),
        wrong("user-agent-suffix", () -> network.userAgentSuffix("a\r\nX-Evil: 1")),
        wrong("user-agent-suffix", () -> network.userAgentSuffix("x".repeat(201))),
        wrong("tries", () -> calls.tries(0)),
        wrong("tries", () -> calls.tries(11)),
        wrong("first-pause", () -> calls.firstPause(Duration.ofMinutes(2))),
        wrong("longest-pause", () -> calls.longestPause(Duration.ofMinutes(11))),
        wrong("extra-traffic", () -> calls.extraTraffic(-1)),
        wrong("extra-traffic", () -> calls.extraTraffic(101)),
        wrong("largest-answer", () -> calls.largestAnswer(1023)),
        wrong("largest-answer", () -> calls.largestAnswer(16_777_217)));
  }

  private static Arguments wrong(String name, ThrowingCallable settings) {
    return Arguments.of(name, settings);
  }

  @ParameterizedTest
  @MethodSource("wrongSettings")
  void aWrongSettingFailsWhereItIsMade(String name, ThrowingCallable settings) {
    assertThatThrownBy(settings)
        .isInstanceOfSatisfying(
            InvalidSettingsException.class,
            e -> assertThat(fields(e.settings())).containsExactly(name));
  }

  @Test
  void everyWrongSettingOfTheNetworkIsToldAtOnce() {
    var settings =
        HttpSettings.of(
            Map.of(
                "connect-timeout", "PT-24H",
                "handshake-timeout", "PT-24H",
                "response-timeout", "PT-24H",
                "max-connections", "0",
                "connection-life", "PT-24H",
                "idle-life", "PT-24H",
                "close-grace", "PT-24H",
                "user-agent-suffix", "a\r\nX-Evil: 1"));

    assertThat(settings.mapLeft(SettingsAreCheckedTest::fields))
        .isEqualTo(
            Either.left(
                List.of(
                    "close-grace",
                    "connect-timeout",
                    "connection-life",
                    "handshake-timeout",
                    "idle-life",
                    "max-connections",
                    "response-timeout",
                    "user-agent-suffix")));
  }

  @Test
  void everyWrongSettingOfCallsIsToldAtOnceWithItsCure() {
    var settings =
        HttpSettings.of(
            Map.of(
                "tries", "0",
                "first-pause", "PT-24H",
                "longest-pause", "PT24H",
                "extra-traffic", "101",
                "largest-answer", "1023"));

    assertThat(settings.mapLeft(InvalidSettings::describe))
        .isEqualTo(
            Either.left(
                "extra-traffic is 101. Use a percentage from 0 to 100."
                    + " first-pause is PT-24H. Use a duration from PT0.001S to PT1M."
                    + " largest-answer is 1023. Use a number of bytes from 1024 to 16777216."
                    + " longest-pause is PT24H. Use a duration from PT0.001S to PT10M."
                    + " tries is 0. Use at least 1."));
  }

  @Test
  void oneSettingIsChangedAndTheOthersStay() {
    NetworkSettings standard = NetworkSettings.standard();

    NetworkSettings changed = standard.connectTimeout(Duration.ofSeconds(3));

    assertThat(List.of(changed, changed.connectTimeout(standard.connectTimeout())))
        .isEqualTo(List.of(standard.connectTimeout(Duration.ofSeconds(3)), standard))
        .doesNotHaveDuplicates();
  }

  static Stream<Runnable> edges() {
    CallSettings calls = CallSettings.standard();
    NetworkSettings network = NetworkSettings.standard();
    Duration instant = Duration.ofMillis(1);
    return Stream.of(
        () -> calls.tries(1),
        () -> calls.tries(10),
        () -> calls.extraTraffic(0),
        () -> calls.extraTraffic(100),
        () -> calls.largestAnswer(1024),
        () -> calls.largestAnswer(16_777_216),
        () -> calls.firstPause(instant),
        () -> calls.firstPause(Duration.ofMinutes(1)),
        () -> calls.longestPause(instant),
        () -> calls.longestPause(Duration.ofMinutes(10)),
        () -> network.connectTimeout(instant),
        () -> network.handshakeTimeout(instant),
        () -> network.responseTimeout(instant),
        () -> network.maxConnections(1),
        () -> network.maxConnections(10_000),
        () -> network.connectionLife(Duration.ofSeconds(1)),
        () -> network.connectionLife(Duration.ofDays(1)),
        () -> network.idleLife(Duration.ofSeconds(1)),
        () -> network.idleLife(Duration.ofDays(1)),
        () -> network.closeGrace(Duration.ZERO),
        () -> network.userAgentSuffix("x".repeat(200)));
  }

  @ParameterizedTest
  @MethodSource("edges")
  void theEdgesAreIncluded(Runnable settings) {
    assertThatCode(settings::run).doesNotThrowAnyException();
  }

  @Test
  void nothingGivenIsTheStandard() {
    var settings = HttpSettings.of(Map.of()).get();

    assertThat(settings.calls()).isEqualTo(CallSettings.standard());
  }

  @Test
  void settingsAreReadByName() {
    var settings =
        HttpSettings.of(
                Map.of(
                    "connect-timeout", "500ms",
                    "handshake-timeout", "3s",
                    "response-timeout", "PT4.5S",
                    "max-connections", " 7 ",
                    "connection-life", "2m",
                    "idle-life", "1h",
                    "close-grace", "0s",
                    "user-agent-suffix", "shop/2.1",
                    "proxy", "proxy.example:3128",
                    "tries", "5"))
            .get();

    NetworkSettings network = settings.network();
    assertThat(
            List.of(
                network.connectTimeout(),
                network.handshakeTimeout(),
                network.responseTimeout(),
                network.maxConnections(),
                network.connectionLife(),
                network.idleLife(),
                network.closeGrace(),
                network.userAgentSuffix(),
                network.proxy(),
                settings.calls()))
        .isEqualTo(
            List.of(
                Duration.ofMillis(500),
                Duration.ofSeconds(3),
                Duration.ofMillis(4500),
                7,
                Duration.ofMinutes(2),
                Duration.ofHours(1),
                Duration.ZERO,
                "shop/2.1",
                HttpProxy.of("proxy.example", 3128).toJavaOptional(),
                CallSettings.standard().tries(5)));
  }

  @Test
  void everythingWrongInAConfigurationIsToldAtOnce() {
    var settings =
        HttpSettings.of(
            Map.of(
                "conect-timeout", "2s",
                "response-timeout", "soon",
                "max-connections", "many",
                "tries", "99",
                "idle-life", "2d",
                "proxy", "proxy.example",
                "proxy-user", "somebody",
                "key-store", "/nowhere/keys.p12"));

    assertThat(settings.mapLeft(SettingsAreCheckedTest::described))
        .isEqualTo(
            Either.left(
                List.of(
                    "conect-timeout is not a setting. Use a name that HttpSettings.of lists.",
                    "idle-life is not a duration. Use a duration like 500ms, 2s, 10m, 1h or PT2S.",
                    "key-store cannot be read (NoSuchFileException). Use a PKCS #12 or JKS file"
                        + " that this process may read, or a loaded key store; and its password.",
                    "max-connections is not a whole number. Use digits only.",
                    "proxy is not a host and a port. Use host:port, like proxy.example:3128.",
                    "proxy-password is blank. Give proxy-password a value.",
                    "response-timeout is not a duration. Use a duration like 500ms, 2s, 10m, 1h or"
                        + " PT2S.",
                    "tries is 99. Use at most 10.")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-1s", "1.5s", "99999999999s", "PT", "P1Y", "١s", "1 s"})
  void whatIsNoDurationIsNotTakenForOne(String text) {
    var settings = HttpSettings.of(Map.of("connect-timeout", text));

    assertThat(settings.mapLeft(SettingsAreCheckedTest::fields))
        .isEqualTo(Either.left(List.of("connect-timeout")));
  }

  @ParameterizedTest
  @CsvSource({"proxy.example:0", "proxy.example:65536", ":80", "http://proxy.example:80", "a b:80"})
  void whatIsNoProxyIsNotTakenForOne(String text) {
    assertThat(HttpProxy.of(text).mapLeft(Violation::field)).isEqualTo(Either.left("proxy"));
  }

  @Test
  void aProxyPrintsItsUserAndNotThePassword() {
    var settings =
        HttpSettings.of(
                Map.of(
                    "proxy", "[::1]:3128",
                    "proxy-user", "somebody",
                    "proxy-password", "hush"))
            .get();

    assertThat(settings.toString()).contains("[::1]:3128 as somebody").doesNotContain("hush");
  }

  @Test
  void aKeyStoreThatWasNeverLoadedIsToldOf() throws KeyStoreException {
    KeyStore empty = KeyStore.getInstance("PKCS12");

    var material = TlsMaterial.of(TlsStores.none().presenting(empty, "hush"));

    assertThat(material.mapLeft(Violation::describe))
        .isEqualTo(
            Either.left(
                "key-store cannot be read (KeyStoreException). Use a PKCS #12 or JKS file that"
                    + " this process may read, or a loaded key store; and its password."));
  }

  private static List<String> fields(InvalidSettings invalid) {
    return invalid.violations().stream().map(Violation::field).toList();
  }

  private static List<String> described(InvalidSettings invalid) {
    return invalid.violations().stream().map(Violation::describe).toList();
  }

  @Test
  void aTextThatDoesNotHoldIsNotRepeated() {
    String told = HttpSettings.of(Map.of("user-agent-suffix", "hush\nforged")).getLeft().describe();

    assertThat(told).startsWith("user-agent-suffix is").doesNotContain("hush", "forged");
  }
}
