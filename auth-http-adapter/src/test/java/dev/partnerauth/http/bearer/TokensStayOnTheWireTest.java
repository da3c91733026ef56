package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;

class TokensStayOnTheWireTest {

  private static final String SECRET = "s3cret-token";

  private final RecordingServer server = RecordingServer.content();
  private final BearerTokens tokens = ScriptedTokens.giving(SECRET).general();
  private final BearerCalls calls = BearerCalls.with(tokens, server.named());

  @Test
  void nothingPrintsTheToken() {
    HeldToken held = tokens.current().toCompletableFuture().join().get();

    String printed =
        Stream.of(held, tokens, calls, jdkClient(), BearerPolicy.of(tokens, server.named()))
            .map(Objects::toString)
            .collect(Collectors.joining());

    assertThat(printed).doesNotContain(SECRET);
  }

  @Test
  void sourceAndHostsAreNamed() {
    assertThat(calls).hasToString("BearerCalls[a scripted source to " + server.address() + "]");
  }

  @Test
  void theRequestOfTheClassicClientDoesNotGetIt() throws IOException {
    ClassicHttpRequest request = ClassicRequestBuilder.get(server.address() + "/a").build();

    try (server;
        var client = calls.on(HttpClients.custom()).build()) {
      int status = client.execute(request, response -> response.getCode());

      assertThat(status + List.of(request.getHeaders()).toString()).isEqualTo("200[]");
    }
  }

  @Test
  void theRequestOfTheAsyncClientDoesNotGetIt() throws Exception {
    SimpleHttpRequest request = SimpleRequestBuilder.get(server.address() + "/a").build();

    try (server;
        var client = calls.on(HttpAsyncClients.custom()).build()) {
      client.start();
      int status = client.execute(request, null).get().getCode();

      assertThat(status + List.of(request.getHeaders()).toString()).isEqualTo("200[]");
    }
  }

  @Test
  void theRequestOfTheJdksAnswerDoesNotHaveIt() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/a")).build();

    try (server) {
      HttpResponse<String> response = jdkClient().send(request, BodyHandlers.ofString());

      assertThat(response.request().headers().map()).isEqualTo(Map.of());
    }
  }

  private HttpClient jdkClient() {
    return calls.on(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()).get();
  }
}
