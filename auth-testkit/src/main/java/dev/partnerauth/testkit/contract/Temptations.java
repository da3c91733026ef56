package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.transport.HttpTransport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What HTTP clients like to do of their own accord, and must not here. */
abstract class Temptations extends HttpTransportUnderTest {

  Temptations(HttpTransportContract contract) {
    super(contract);
  }

  @Test
  void redirectsAreNotFollowed() {
    assertThat(toldAndSent(List.of(301, 302, 303, 307, 308), "Location: /elsewhere"))
        .containsExactly("301 by 1", "302 by 1", "303 by 1", "307 by 1", "308 by 1");
  }

  @Test
  void refusalsAreNotRetriedAndNobodysCredentialsAreOffered() {
    assertThat(
            toldAndSent(
                List.of(401, 407),
                "WWW-Authenticate: Basic realm=\"x\"",
                "Proxy-Authenticate: Basic realm=\"x\""))
        .containsExactly("401 by 1", "407 by 1");
  }

  @Test
  void aServerThatIsBusyIsNotAskedAgain() {
    assertThat(toldAndSent(List.of(408, 421, 425, 429, 500, 502, 503, 504), "Retry-After: 0"))
        .containsExactly(
            "408 by 1",
            "421 by 1",
            "425 by 1",
            "429 by 1",
            "500 by 1",
            "502 by 1",
            "503 by 1",
            "504 by 1");
  }

  /** The status that came back, and how many requests that took. */
  private Stream<String> toldAndSent(List<Integer> statuses, String... headers) {
    HttpTransport transport = transport();
    return statuses.stream()
        .map(
            status -> {
              RawServer server = server(request -> RawAnswers.of(status, "", headers));
              int told = answer(transport, request(server.uri())).status();
              return told + " by " + server.requests().size();
            });
  }

  @Test
  void noCookieIsKept() {
    RawServer server = server(request -> RawAnswers.of(200, "", "Set-Cookie: session=1; Path=/"));
    HttpTransport transport = transport();

    answer(transport, request(server.uri()));
    answer(transport, request(server.uri()));

    assertThat(server.requests().stream().map(request -> request.headers().containsKey("cookie")))
        .containsExactly(false, false);
  }

  @Test
  void aRequestThatMayHaveArrivedIsNotSentAgain() {
    RawServer.Treatment hangUp = RawConnection::receive;
    RawServer server = server(RawAnswers::echo, hangUp);

    failure(exchange(transport(), request(server.uri())));

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aRequestThatMayHaveArrivedOverAKeptConnectionIsNotSentAgain() {
    RawServer server =
        server(
            RawAnswers::echo,
            connection -> {
              connection.send(RawAnswers.echo(connection.receive()));
              connection.receive();
            });
    HttpTransport transport = transport();
    answer(transport, request(server.uri()));

    failure(exchange(transport, request(server.uri())));

    assertThat(server.requests()).hasSize(2);
  }
}
