package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.Time;
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
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;

class TokensStayOnTheWireTest {

  private static final String SECRET = "s3cret-token";

  private final RecordingServer server = RecordingServer.content();
  private final BearerTokens tokens = ScriptedTokens.giving(SECRET).general();
  private final HttpClientContext context = HttpClientContext.create();
  private final BearerCalls calls = BearerCalls.with(tokens, server.named());

  @Test
  void nothingPrintsTheToken() {
    CarriedToken held = tokens.current().toCompletableFuture().join().get();

    String printed =
        Stream.of(
                held,
                tokens,
                calls,
                jdkClient(),
                BearerPolicy.of(tokens, server.named(), Time.system()))
            .map(Objects::toString)
            .collect(Collectors.joining());

    assertThat(printed).doesNotContain(SECRET);
  }

  @Test
  void sourceAndHostsAreNamed() {
    assertThat(calls).hasToString("BearerCalls[a scripted source to " + server.address() + "]");
  }

  @Test
  void theClassicCallersRequestAndContextDoNotKeepIt() throws IOException {
    ClassicHttpRequest request = ClassicRequestBuilder.get(server.address() + "/a").build();

    try (server;
        var client = calls.on(HttpClients.custom()).build()) {
      int status = client.execute(request, context, response -> response.getCode());

      assertThat(List.of(status, headers(request), headers(context.getRequest())))
          .isEqualTo(List.of(200, List.of(), List.of()));
    }
  }

  @Test
  void theAsynchronousCallersRequestAndContextDoNotKeepIt() throws Exception {
    SimpleHttpRequest request = SimpleRequestBuilder.get(server.address() + "/a").build();

    try (server;
        var client = calls.on(HttpAsyncClients.custom()).build()) {
      client.start();
      int status = client.execute(request, context, null).get().getCode();

      assertThat(List.of(status, headers(request), headers(context.getRequest())))
          .isEqualTo(List.of(200, List.of(), List.of()));
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

  private static List<Header> headers(org.apache.hc.core5.http.HttpRequest request) {
    return Stream.of(request.getHeaders())
        .filter(header -> header.getName().equals("Authorization"))
        .toList();
  }

  private HttpClient jdkClient() {
    return calls.on(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()).get();
  }
}
