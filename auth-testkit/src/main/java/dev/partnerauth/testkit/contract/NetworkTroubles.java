package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.transport.HttpTransport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong is told as a failure, at once, and does not spoil the next call. */
abstract class NetworkTroubles extends HttpTransportUnderTest {

  private static final int MANY = 20;

  /** Clients differ in which of these they see; all of them mean: try again. */
  private static final List<String> BROKEN =
      List.of("CONNECTION_RESET", "CLOSED_WITHOUT_ANSWER", "ANSWER_CUT_OFF", "CONNECTION_LOST");

  private static final List<String> BROKEN_OR_NOT_HTTP =
      Stream.concat(BROKEN.stream(), Stream.of("NOT_HTTP")).toList();

  NetworkTroubles(HttpTransportContract contract) {
    super(contract);
  }

  @Test
  void anAddressWhereNobodyListensRefusesTheConnection() throws IOException {
    HttpTransport transport = transport();

    assertThat(toldAndNext(transport, addressWhereNobodyListens()))
        .isEqualTo("CONNECTION_REFUSED, then granted");
  }

  @Test
  void aHostWithoutAnAddressIsUnknown() {
    HttpTransport transport = transport();

    assertThat(toldAndNext(transport, URI.create("https://nonexistent.invalid")))
        .isEqualTo("UNKNOWN_HOST, then granted");
  }

  @Test
  void aCertificateThatNobodyTrustsEndsTheHandshake() {
    RawServer untrusted = closedAfterwards(RawServer.untrusted());
    HttpTransport transport = transport();

    assertThat(toldAndNext(transport, untrusted.uri())).isEqualTo("TLS, then granted");
  }

  @Test
  void nothingIsSentToAServerThatNobodyTrusts() {
    RawServer untrusted = closedAfterwards(RawServer.untrusted());

    told(transport(), untrusted.uri());

    assertThat(untrusted.requests()).isEmpty();
  }

  @Test
  void plainTextWhereTlsIsSpokenEndsTheHandshake() {
    RawServer plain =
        server(
            RawAnswers::accessToken,
            connection -> {
              connection.send(RawAnswers.of(400, ""));
              connection.awaitItsEnd();
            });
    HttpTransport transport = transport();

    assertThat(toldAndNext(transport, plain.uriWithTls())).isEqualTo("TLS, then granted");
  }

  /** What is told of this address, and of one that answers well. */
  private String toldAndNext(HttpTransport transport, URI troubled) {
    RawServer well = server(RawAnswers::accessToken);
    return told(transport, troubled) + ", then " + told(transport, well.uri());
  }

  private static URI addressWhereNobodyListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  @Test
  void aResetIsToldAndDoesNotSpoilTheNextCall() {
    assertThat(
            aftermath(
                connection -> {
                  connection.receive();
                  connection.reset();
                }))
        .isIn(andThenGranted(BROKEN));
  }

  @Test
  void aHangUpIsToldAndDoesNotSpoilTheNextCall() {
    assertThat(aftermath(RawConnection::receive)).isIn(andThenGranted(BROKEN));
  }

  @Test
  void halfAHeadIsToldAndDoesNotSpoilTheNextCall() {
    assertThat(afterAnswering("HTTP/1.1 200 OK\r\nContent-Le"))
        .isIn(andThenGranted(BROKEN_OR_NOT_HTTP));
  }

  @Test
  void halfABodyIsToldAndDoesNotSpoilTheNextCall() {
    assertThat(afterAnswering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"access"))
        .isIn(andThenGranted(BROKEN_OR_NOT_HTTP));
  }

  @Test
  void halfAChunkIsToldAndDoesNotSpoilTheNextCall() {
    assertThat(
            afterAnswering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"access_token"))
        .isIn(andThenGranted(BROKEN_OR_NOT_HTTP));
  }

  @Test
  void chunksWithoutTheLastAreToldAndDoNotSpoilTheNextCall() {
    assertThat(afterAnswering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"))
        .isIn(andThenGranted(BROKEN_OR_NOT_HTTP));
  }

  @Test
  void nonsenseIsToldAndDoesNotSpoilTheNextCall() {
    assertThat(afterAnswering("\u0001\u0002 SSH-2.0-OpenSSH_9.6\r\n\r\nnot a word of HTTP\r\n\r\n"))
        .isIn(andThenGranted(BROKEN_OR_NOT_HTTP));
  }

  /** Some read on to the end of the connection; what they find there is no token. */
  @Test
  void nonsenseForALengthIsToldAndDoesNotSpoilTheNextCall() {
    assertThat(afterAnswering("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"))
        .isIn(andThenGranted(List.of("NOT_HTTP", "ProtocolViolation")));
  }

  /**
   * A connection may be free only some time after its answer has come; until it is, a call opens
   * another.
   */
  @Test
  void aConnectionThatIsClosedWhileTheNextRequestTravelsIsTold() {
    RawServer.Treatment answerOnce =
        connection -> {
          connection.send(RawAnswers.accessToken(connection.receive()));
          connection.receive();
        };
    RawServer server =
        server(
            RawAnswers::accessToken,
            Collections.nCopies(MANY, answerOnce).toArray(RawServer.Treatment[]::new));
    HttpTransport transport = transport();

    assertThat(
            firstAmongMany(transport, server, outcome -> !outcome.equals("granted"))
                + ", then "
                + firstAmongMany(transport, server, "granted"::equals))
        .isIn(andThenGranted(BROKEN));
  }

  private String firstAmongMany(
      HttpTransport transport, RawServer server, Predicate<String> wanted) {
    return Stream.generate(() -> told(transport, server.uri()))
        .limit(MANY)
        .filter(wanted)
        .findFirst()
        .orElse("nothing of the kind");
  }

  @Test
  void aConnectionThatIsClosedAfterAnAnswerIsNoticedOrTold() {
    RawServer server =
        server(
            RawAnswers::accessToken,
            connection -> connection.send(RawAnswers.accessToken(connection.receive())));
    HttpTransport transport = transport();
    told(transport, server.uri());
    soon(server.firstEnd());

    assertThat(told(transport, server.uri()) + ", then " + told(transport, server.uri()))
        .isIn(andThenGranted(Stream.concat(BROKEN.stream(), Stream.of("granted")).toList()));
  }

  private String afterAnswering(String octets) {
    return aftermath(
        connection -> {
          connection.receive();
          connection.send(octets);
        });
  }

  /** What is told of the troubled call, and of the next. */
  private String aftermath(RawServer.Treatment trouble) {
    RawServer server = server(RawAnswers::accessToken, trouble);
    HttpTransport transport = transport();
    return told(transport, server.uri()) + ", then " + told(transport, server.uri());
  }

  private static List<String> andThenGranted(List<String> told) {
    return told.stream().map(trouble -> trouble + ", then granted").toList();
  }

  @Test
  void failuresQuoteNoSecret() throws IOException {
    HttpTransport transport = transport();
    List<URI> troubled =
        List.of(
            addressWhereNobodyListens(),
            URI.create("https://nonexistent.invalid"),
            closedAfterwards(RawServer.untrusted()).uri(),
            server(RawAnswers::echo, RawConnection::receive).uri(),
            server(RawAnswers::echo, connection -> connection.send("nonsense\r\n\r\n")).uri(),
            server(request -> RawAnswers.of(200, "x".repeat(LARGEST_ANSWER + 1))).uri());

    assertThat(troubled.stream().map(uri -> printed(failure(exchange(transport, request(uri))))))
        .hasSize(troubled.size())
        .noneMatch(printed -> printed.contains(SECRET));
  }

  /** Only of a failure; an error is the test's own. */
  private static String printed(Throwable failure) {
    assertThat(failure).isInstanceOf(IOException.class);
    StringWriter printed = new StringWriter();
    failure.printStackTrace(new PrintWriter(printed));
    return printed.toString();
  }
}
