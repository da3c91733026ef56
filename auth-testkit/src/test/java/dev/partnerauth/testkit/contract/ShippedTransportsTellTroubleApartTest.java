package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.ApacheClassicTransport;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.http.transport.JdkTransport;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the suite leaves a choice, ours name the very fault. */
class ShippedTransportsTellTroubleApartTest extends HttpTransportUnderTest {

  private static final List<Function<NetworkSettings, HttpTransport>> SHIPPED =
      List.of(ApacheAsyncTransport::of, ApacheClassicTransport::of, JdkTransport::of);

  ShippedTransportsTellTroubleApartTest() {
    super(
        new HttpTransportContract() {
          @Override
          protected HttpTransport transport(NetworkSettings settings) {
            throw new UnsupportedOperationException("each test has its own");
          }
        });
  }

  @Test
  void aReset() {
    assertThat(
            told(
                connection -> {
                  connection.receive();
                  connection.reset();
                }))
        .containsOnly("CONNECTION_RESET");
  }

  @Test
  void aHangUp() {
    assertThat(told(RawConnection::receive)).containsOnly("CLOSED_WITHOUT_ANSWER");
  }

  @Test
  void halfABody() {
    assertThat(answered("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"access"))
        .containsOnly("ANSWER_CUT_OFF");
  }

  @Test
  void halfAChunk() {
    assertThat(answered("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"access"))
        .containsOnly("ANSWER_CUT_OFF");
  }

  @Test
  void nonsense() {
    assertThat(answered("\u0001 SSH-2.0-OpenSSH_9.6\r\n\r\nnot a word of HTTP\r\n\r\n"))
        .containsOnly("NOT_HTTP");
  }

  private Stream<String> answered(String octets) {
    return told(
        connection -> {
          connection.receive();
          connection.send(octets);
        });
  }

  private Stream<String> told(RawServer.Treatment trouble) {
    return SHIPPED.stream()
        .map(shipped -> closedAfterwards(shipped.apply(PATIENT)))
        .map(transport -> told(transport, server(RawAnswers::accessToken, trouble).uri()));
  }
}
