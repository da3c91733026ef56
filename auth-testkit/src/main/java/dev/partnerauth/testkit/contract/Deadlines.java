package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.http.transport.TransportTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** No call outlasts its deadline, and no connection the call that was given up. */
abstract class Deadlines extends HttpTransportUnderTest {

  private static final List<Object> TIMED_OUT_AND_WELL_AGAIN =
      List.of(TransportTimeoutException.class, 200);

  /** More than two sockets and whatever lies between them take without being read. */
  private static final int MORE_THAN_FITS = 32 * 1024 * 1024;

  Deadlines(HttpTransportContract contract) {
    super(contract);
  }

  @Test
  void aSilentServerIsGivenUpAtTheDeadline() {
    assertThat(aftermath(Deadlines::keepSilent, SHORT)).isEqualTo(TIMED_OUT_AND_WELL_AGAIN);
  }

  @Test
  void aServerThatStopsInTheHeadIsGivenUpAtTheDeadline() {
    assertThat(
            aftermath(
                connection -> {
                  connection.receive();
                  connection.send("HTTP/1.1 200 OK\r\nContent-Le");
                  connection.awaitItsEnd();
                },
                SHORT))
        .isEqualTo(TIMED_OUT_AND_WELL_AGAIN);
  }

  @Test
  void aServerThatStopsInTheBodyIsGivenUpAtTheDeadline() {
    assertThat(
            aftermath(
                connection -> {
                  connection.receive();
                  connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                  connection.awaitItsEnd();
                },
                SHORT))
        .isEqualTo(TIMED_OUT_AND_WELL_AGAIN);
  }

  @Test
  void aTricklingServerIsGivenUpAtTheDeadlineHoweverShortItsPauses() {
    assertThat(aftermath(Deadlines::trickle, SHORT)).isEqualTo(TIMED_OUT_AND_WELL_AGAIN);
  }

  @Test
  void aServerThatTricklesItsHeadIsGivenUpAtTheDeadline() {
    assertThat(
            aftermath(
                connection -> {
                  connection.receive();
                  connection.send("HTTP/1.1 200 OK\r\nX-Long:");
                  connection.trickle();
                },
                SHORT))
        .isEqualTo(TIMED_OUT_AND_WELL_AGAIN);
  }

  @Test
  void aDeadlineThatIsOverEndsTheCallAtOnce() {
    assertThat(aftermath(Deadlines::keepSilent, Duration.ZERO)).isEqualTo(TIMED_OUT_AND_WELL_AGAIN);
  }

  /** How the first exchange failed, and how the next was answered. */
  private List<Object> aftermath(RawServer.Treatment first, Duration deadline) {
    RawServer server = server(RawAnswers::echo, first);
    HttpTransport transport = transport();
    Class<?> failure = failure(exchange(transport, request(server.uri(), deadline))).getClass();
    server.heal();
    return List.of(failure, answer(transport, request(server.uri())).status());
  }

  @Test
  void aServerThatNeverReadsIsGivenUpAtTheDeadline() {
    CompletableFuture<Void> over = new CompletableFuture<>();
    RawServer server = server(RawAnswers::echo, connection -> over.join());
    closedAfterwards(() -> over.complete(null));
    HttpTransport transport = transport();
    HttpRequest large = request(server.uri(), "x".repeat(MORE_THAN_FITS), SHORT, LARGEST_ANSWER);

    Class<?> failure = failure(exchange(transport, large)).getClass();

    assertThat(List.of(failure, answer(transport, request(server.uri())).status()))
        .isEqualTo(TIMED_OUT_AND_WELL_AGAIN);
  }

  @Test
  void theConnectionToASilentServerIsEnded() {
    assertThat(ended(Deadlines::keepSilent)).isTrue();
  }

  @Test
  void theConnectionToATricklingServerIsEnded() {
    assertThat(ended(Deadlines::trickle)).isTrue();
  }

  @Test
  void theConnectionIsEndedEvenIfItHasServedWellBefore() {
    RawServer server =
        server(
            RawAnswers::echo,
            connection -> {
              connection.send(RawAnswers.echo(connection.receive()));
              trickle(connection);
            });
    // One only, since a client may answer before it has its connection back, and take another.
    HttpTransport transport = transport(PATIENT.maxConnections(1));
    answer(transport, request(server.uri()));

    failure(exchange(transport, request(server.uri(), SHORT)));

    assertThat(ended(server)).isTrue();
  }

  private boolean ended(RawServer.Treatment first) {
    RawServer server = server(RawAnswers::echo, first);
    failure(exchange(transport(), request(server.uri(), SHORT)));
    return ended(server);
  }

  private boolean ended(RawServer server) {
    return soon(server.firstEnd().thenApply(ended -> true));
  }

  @Test
  void aServerThatLetsItsTimeForAnAnswerPassIsGivenUpBeforeTheDeadline() {
    RawServer server = server(RawAnswers::accessToken, Deadlines::keepSilent);
    HttpTransport transport = transport(PATIENT.responseTimeout(SHORT));

    assertThat(List.of(told(transport, server.uri()), told(transport, server.uri())))
        .containsExactly("AWAITING_RESPONSE", "granted");
  }

  @Test
  void aServerThatIsSilentInTheHandshakeIsGivenUpBeforeTheDeadline() {
    RawServer server = server(RawAnswers::accessToken, RawConnection::awaitItsEnd);
    NetworkSettings impatient =
        PATIENT.connectTimeout(SHORT).handshakeTimeout(SHORT).responseTimeout(SHORT);

    assertThat(told(transport(impatient), server.uriWithTls()))
        .isIn("HANDSHAKE", "CONNECTING", "AWAITING_RESPONSE");
  }

  private static void keepSilent(RawConnection connection) throws IOException {
    connection.receive();
    connection.awaitItsEnd();
  }

  private static void trickle(RawConnection connection) throws IOException {
    connection.receive();
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n");
    connection.trickle();
  }
}
