package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheGivenJdkClientStaysTheCallersTest {

  private final RecordingServer server = RecordingServer.accepting("new");
  private final HttpClient given =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(7))
          .build();
  private final HttpClient client =
      BearerCalls.with(ScriptedTokens.giving("old", "new").general(), server.named())
          .on(given)
          .get();

  /** Clients can be closed since Java 21. */
  @Test
  void closingTheOneWithTokensDoesNotCloseIt() throws Exception {
    if ((Object) client instanceof AutoCloseable closeable) {
      closeable.close();
    }

    try (server) {
      int status = given.send(request(), BodyHandlers.discarding()).statusCode();

      assertThat(status).isEqualTo(401);
    }
  }

  @Test
  void itsSettingsShowThrough() {
    assertThat(settings(client)).isEqualTo(settings(given));
  }

  private static List<Object> settings(HttpClient client) {
    return List.of(
        client.authenticator(),
        client.connectTimeout(),
        client.cookieHandler(),
        client.executor(),
        client.followRedirects(),
        client.proxy(),
        client.sslContext(),
        client.version());
  }

  @Test
  void aHandlerThatMakesNothingOfTheBodyIsFine() throws Exception {
    try (server) {
      var response = client.send(request(), BodyHandlers.discarding());

      assertThat(response.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aHandlerThatStreamsIsFine() throws Exception {
    try (server) {
      var response = client.send(request(), BodyHandlers.ofInputStream());

      assertThat(response.body()).hasContent("welcome");
    }
  }

  @Test
  void aLargeRefusalCanBeStreamed() throws Exception {
    byte[] large = new byte[20 * BearerPolicy.LARGEST_REFUSAL];
    try (server;
        var refusing =
            RecordingServer.answering(
                asked -> Reply.unauthorized("text/plain", "0".repeat(large.length)))) {
      HttpClient patient =
          BearerCalls.with(ScriptedTokens.giving("old").general(), refusing.named())
              .on(given)
              .get();
      HttpRequest request = HttpRequest.newBuilder(URI.create(refusing.address())).build();

      var response = patient.send(request, BodyHandlers.ofInputStream());

      Arrays.fill(large, (byte) '0');
      assertThat(response.body()).hasSameContentAs(new ByteArrayInputStream(large));
    }
  }

  @Test
  void aHandlerThatThrowsFailsTheCall() {
    try (server) {
      var answer =
          client.<String>sendAsync(
              request(),
              info -> {
                throw new IllegalStateException("no, thanks");
              });

      assertThat(answer)
          .failsWithin(Duration.ofMinutes(1))
          .withThrowableThat()
          .havingRootCause()
          .withMessage("no, thanks");
    }
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(URI.create(server.address() + "/a")).build();
  }
}
