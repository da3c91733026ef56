package dev.partnerauth.testkit.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.testkit.AuthSandbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was written arrives, and nothing else. */
abstract class SentRequests extends HttpTransportUnderTest {

  private static final String EVERY_OCTET =
      IntStream.range(0, 256).mapToObj(Character::toString).collect(Collectors.joining());

  SentRequests(HttpTransportContract contract) {
    super(contract);
  }

  @Test
  void aRequestArrivesAsItWasWrittenAndWithNothingSecretAdded() {
    RawServer server = server(RawAnswers::echo);
    URI uri = server.uri().resolve("/a%20path/token?purpose=a%2Fb&name=Zo%C3%AB");
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + SECRET, "Content-Type", "text/x", "X-Custom", "a b");
    byte[] body = EVERY_OCTET.getBytes(ISO_8859_1);

    answer(transport(), new HttpRequest("PATCH", uri, headers, body, LONG, LARGEST_ANSWER));

    assertThat(server.requests().stream().map(ReceivedRequest::asWritten))
        .containsExactly(
            new ReceivedRequest(
                "PATCH",
                "/a%20path/token?purpose=a%2Fb&name=Zo%C3%AB",
                Map.of(
                    "authorization", List.of("Bearer " + SECRET),
                    "content-type", List.of("text/x"),
                    "x-custom", List.of("a b")),
                EVERY_OCTET));
  }

  @Test
  void aRequestWithoutABodySendsNone() {
    RawServer server = server(RawAnswers::echo);
    var transport = transport();

    Stream.of("GET", "POST")
        .forEach(
            method ->
                answer(
                    transport,
                    new HttpRequest(
                        method, server.uri(), Map.of(), new byte[0], LONG, LARGEST_ANSWER)));

    assertThat(server.requests().stream().map(SentRequests::bodyAsTold))
        .containsExactly("GET ", "POST ");
  }

  /** A length of zero says the same as none. */
  private static String bodyAsTold(ReceivedRequest request) {
    String length = String.join(",", request.headers().getOrDefault("content-length", List.of()));
    return request.method() + " " + (length.equals("0") ? "" : length) + request.octets();
  }

  @Test
  void textBeyondAsciiGoesAndComesUnharmed() {
    RawServer server = server(RawAnswers::echo);
    String text = "{\"name\": \"Zoë Жук 漢字 😀\"}";
    HttpRequest request =
        new HttpRequest(
            "POST",
            server.uri(),
            Map.of("Content-Type", "application/json"),
            text.getBytes(UTF_8),
            LONG,
            LARGEST_ANSWER);

    HttpResponse response = answer(transport(), request);

    assertThat(new String(response.body(), UTF_8)).isEqualTo(text);
  }

  @Test
  void muchGoesAndComesWhole() {
    RawServer server = server(RawAnswers::echo);
    String much = EVERY_OCTET.repeat(4_000);

    HttpResponse response =
        answer(transport(), request(server.uri(), much, LONG, much.length() + 1));

    assertThat(octets(response)).isEqualTo(much);
  }

  @Test
  void aTokenIsGrantedOverIt() {
    AuthSandbox sandbox = closedAfterwards(AuthSandbox.start());

    String told = told(transport(), sandbox.base());

    assertThat(told).isEqualTo("granted");
  }
}
