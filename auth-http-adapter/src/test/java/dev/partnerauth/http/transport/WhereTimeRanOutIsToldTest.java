package dev.partnerauth.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.Phase;
import dev.partnerauth.http.settings.HttpProxy;
import dev.partnerauth.http.settings.NetworkSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhereTimeRanOutIsToldTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final NetworkSettings PATIENT =
      NetworkSettings.standard()
          .connectTimeout(LONG)
          .handshakeTimeout(LONG)
          .responseTimeout(LONG)
          .closeGrace(Duration.ZERO);

  private ServerSocket silent;

  @BeforeEach
  void listen() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    silent.close();
  }

  static Stream<Function<NetworkSettings, HttpTransport>> transports() {
    return Stream.of(ApacheAsyncTransport::of, ApacheClassicTransport::of);
  }

  @ParameterizedTest
  @MethodSource("transports")
  void inTheHandshake(Function<NetworkSettings, HttpTransport> making) {
    NetworkSettings impatient = PATIENT.handshakeTimeout(SHORT);

    Object told = told(making.apply(impatient), "https://127.0.0.1:" + silent.getLocalPort());

    assertThat(told).isEqualTo(Phase.HANDSHAKE);
  }

  @ParameterizedTest
  @MethodSource("transports")
  void whileAProxyWasToAnswer(Function<NetworkSettings, HttpTransport> making) {
    HttpProxy proxy = HttpProxy.of("127.0.0.1", silent.getLocalPort()).get();
    NetworkSettings impatient = PATIENT.responseTimeout(SHORT).proxy(proxy);

    Object told = told(making.apply(impatient), "https://api.example");

    assertThat(told).isEqualTo(Phase.AWAITING_RESPONSE);
  }

  private static Object told(HttpTransport transport, String uri) {
    HttpRequest request =
        new HttpRequest("GET", URI.create(uri), Map.of(), new byte[0], LONG, 1024);
    try (transport) {
      return transport.exchange(request).toCompletableFuture().join();
    } catch (CompletionException e) {
      return e.getCause() instanceof TransportTimeoutException timeout
          ? timeout.phase()
          : String.valueOf(e.getCause());
    }
  }
}
