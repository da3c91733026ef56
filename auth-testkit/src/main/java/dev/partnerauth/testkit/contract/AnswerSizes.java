package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.transport.AnswerTooLargeException;
import dev.partnerauth.http.transport.HttpTransport;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** As much is taken as was said, and no byte more. */
abstract class AnswerSizes extends HttpTransportUnderTest {

  private static final String LARGEST = "x".repeat(LARGEST_ANSWER);
  private static final String TOO_LARGE = LARGEST + "x";

  AnswerSizes(HttpTransportContract contract) {
    super(contract);
  }

  @Test
  void anAnswerAsLargeAsAcceptedIsTaken() {
    assertThat(length(request -> RawAnswers.of(200, LARGEST))).isEqualTo(LARGEST_ANSWER);
  }

  @Test
  void anAnswerInChunksAsLargeAsAcceptedIsTaken() {
    assertThat(length(request -> RawAnswers.chunked(LARGEST))).isEqualTo(LARGEST_ANSWER);
  }

  private int length(Function<ReceivedRequest, String> answers) {
    return answer(transport(), request(server(answers).uri())).body().length;
  }

  @Test
  void anAnswerWithOneByteMoreIsTooLarge() {
    assertThat(aftermath(connection -> send(connection, RawAnswers.of(200, TOO_LARGE))))
        .isEqualTo(GIVEN_UP_AND_WELL_AGAIN);
  }

  @Test
  void anAnswerInChunksWithOneByteMoreIsTooLarge() {
    assertThat(aftermath(connection -> send(connection, RawAnswers.chunked(TOO_LARGE))))
        .isEqualTo(GIVEN_UP_AND_WELL_AGAIN);
  }

  @Test
  void anErrorWithOneByteMoreIsTooLarge() {
    assertThat(aftermath(connection -> send(connection, RawAnswers.of(500, TOO_LARGE))))
        .isEqualTo(GIVEN_UP_AND_WELL_AGAIN);
  }

  /** Whoever has read it all may use the connection again. */
  private static void send(RawConnection connection, String answer) throws IOException {
    connection.receive();
    connection.send(answer);
    connection.send(RawAnswers.echo(connection.receive()));
  }

  @Test
  void anAnswerWithoutEndIsTooLarge() {
    assertThat(
            aftermath(
                connection -> {
                  connection.receive();
                  connection.send(RawAnswers.head(200) + "\r\n");
                  while (true) {
                    connection.send(LARGEST);
                  }
                }))
        .isEqualTo(GIVEN_UP_AND_WELL_AGAIN);
  }

  @Test
  void chunksWithoutEndAreTooLarge() {
    assertThat(
            aftermath(
                connection -> {
                  connection.receive();
                  connection.send(RawAnswers.head(200) + "Transfer-Encoding: chunked\r\n\r\n");
                  while (true) {
                    connection.send(RawAnswers.chunk("x"));
                  }
                }))
        .isEqualTo(GIVEN_UP_AND_WELL_AGAIN);
  }

  private static final List<Object> GIVEN_UP_AND_WELL_AGAIN =
      List.of(AnswerTooLargeException.class, 200);

  /** How the first exchange failed, and how the next was answered. */
  private List<Object> aftermath(RawServer.Treatment first) {
    RawServer server = server(RawAnswers::echo, first);
    HttpTransport transport = transport();
    return List.of(
        failure(exchange(transport, request(server.uri()))).getClass(),
        answer(transport, request(server.uri())).status());
  }
}
