package dev.partnerauth.testkit.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What the server answers comes back as it was sent. */
abstract class BroughtAnswers extends HttpTransportUnderTest {

  BroughtAnswers(HttpTransportContract contract) {
    super(contract);
  }

  @Test
  void everyStatusComesBackWithItsBody() {
    RawServer server =
        server(
            request -> {
              int status = Integer.parseInt(request.octets());
              return RawAnswers.of(status, "that is " + status);
            });
    HttpTransport transport = transport();

    var answers =
        Stream.of(200, 201, 299, 400, 404, 418, 422, 500, 502, 599)
            .map(status -> answer(transport, request(server.uri(), "" + status, LONG, 100)));

    assertThat(answers.map(answer -> answer.status() + ": " + octets(answer)))
        .containsExactly(
            "200: that is 200",
            "201: that is 201",
            "299: that is 299",
            "400: that is 400",
            "404: that is 404",
            "418: that is 418",
            "422: that is 422",
            "500: that is 500",
            "502: that is 502",
            "599: that is 599");
  }

  @Test
  void anAnswerWithoutABodyIsAnAnswerOfNoBytes() {
    RawServer server = server(request -> RawAnswers.head(204) + "\r\n");

    HttpResponse response = answer(transport(), request(server.uri()));

    assertThat(response).hasToString("HttpResponse[204, 0 bytes]");
  }

  @Test
  void anEmptyBodyIsAnAnswerOfNoBytes() {
    RawServer server = server(request -> RawAnswers.of(200, ""));

    HttpResponse response = answer(transport(), request(server.uri()));

    assertThat(response).hasToString("HttpResponse[200, 0 bytes]");
  }

  @Test
  void anAnswerOfNoChangeIsAnAnswerOfNoBytes() {
    RawServer server = server(request -> RawAnswers.head(304, "ETag: \"1\"") + "\r\n");

    HttpResponse response = answer(transport(), request(server.uri()));

    assertThat(response).hasToString("HttpResponse[304, 0 bytes]");
  }

  @Test
  void allValuesOfAllHeadersComeBackByLowerCaseNames() {
    RawServer server =
        server(
            request ->
                RawAnswers.of(
                    200, "", "X-Several: one", "x-several: two", "X-Empty:", "Retry-After: 7"));

    HttpResponse response = answer(transport(), request(server.uri()));

    assertThat(
            List.of(
                response.headers().getOrDefault("x-several", List.of()),
                response.header("X-SEVERAL"),
                response.header("x-empty"),
                response.header("retry-after"),
                response.header("x-absent")))
        .containsExactly(
            List.of("one", "two"),
            Optional.of("one"),
            Optional.of(""),
            Optional.of("7"),
            Optional.empty());
  }

  @Test
  void whatComesBeforeTheFinalAnswerIsNotTakenForIt() {
    RawServer server =
        server(
            request ->
                RawAnswers.head(Integer.parseInt(request.octets()), "Link: </a>; rel=preload")
                    + "\r\n"
                    + RawAnswers.of(200, "final"));
    HttpTransport transport = transport();

    var answers =
        Stream.of("100", "103")
            .map(early -> answer(transport, request(server.uri(), early, LONG, 100)));

    assertThat(answers.map(answer -> answer.status() + " " + octets(answer)))
        .containsExactly("200 final", "200 final");
  }

  @Test
  void chunksArePutTogether() {
    RawServer server = server(request -> RawAnswers.chunked("in several parts"));

    HttpResponse response = answer(transport(), request(server.uri()));

    assertThat(octets(response)).isEqualTo("in several parts");
  }

  @Test
  void anAnswerThatEndsWithItsConnectionIsWhole() {
    RawServer server =
        server(
            RawAnswers::echo,
            connection -> {
              connection.receive();
              connection.send(RawAnswers.head(200, "Connection: close") + "\r\nto the end");
            });

    HttpResponse response = answer(transport(), request(server.uri()));

    assertThat(octets(response)).isEqualTo("to the end");
  }

  @Test
  void whatIsCompressedStaysCompressed() {
    String compressed = compressed("{\"access_token\":\"a-token\"}");
    RawServer server = server(request -> RawAnswers.of(200, compressed, "Content-Encoding: gzip"));

    HttpResponse response = answer(transport(), request(server.uri()));

    assertThat(Map.of(response.header("Content-Encoding"), octets(response)))
        .isEqualTo(Map.of(Optional.of("gzip"), compressed));
  }

  private static String compressed(String text) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(text.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toString(ISO_8859_1);
  }
}
