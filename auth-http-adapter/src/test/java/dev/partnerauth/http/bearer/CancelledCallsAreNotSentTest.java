package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.http.bearer.RecordingServer.Seen;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.junit.jupiter.api.Test;

class CancelledCallsAreNotSentTest {

  private final CompletableFuture<Either<AuthFailure, AccessToken>> onItsWay =
      new CompletableFuture<>();
  private final BearerTokens tokens =
      BearerTokens.from("a slow source", new Scope.Application(), () -> onItsWay, rejected -> {});

  @Test
  void whileApachesAsyncClientWaitsForAToken() throws Exception {
    try (var server = RecordingServer.content();
        var client =
            BearerCalls.with(tokens, server.named()).on(HttpAsyncClients.custom()).build()) {
      client.start();
      Future<?> given =
          client.execute(SimpleRequestBuilder.get(server.address() + "/up").build(), null);

      boolean cancelled = given.cancel(true);
      arrive();
      client.execute(SimpleRequestBuilder.get(server.address() + "/on").build(), null).get();

      assertThat(server.seen())
          .filteredOn(seen -> cancelled)
          .containsExactly(Seen.get("/on", "Bearer token"));
    }
  }

  @Test
  void whileTheJdksClientWaitsForAToken() throws Exception {
    try (var server = RecordingServer.content()) {
      HttpClient client =
          BearerCalls.with(tokens, server.named())
              .on(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build())
              .get();
      Future<?> given = client.sendAsync(get(server, "/up"), BodyHandlers.ofString());

      boolean cancelled = given.cancel(true);
      arrive();
      client.sendAsync(get(server, "/on"), BodyHandlers.ofString()).get();

      assertThat(server.seen())
          .filteredOn(seen -> cancelled)
          .containsExactly(Seen.get("/on", "Bearer token"));
    }
  }

  private static HttpRequest get(RecordingServer server, String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path)).build();
  }

  private void arrive() {
    TokenTimes times =
        TokenTimes.lasting(Duration.ofHours(10), Instant.parse("2025-07-01T12:00:00Z"));
    onItsWay.complete(Either.right(AccessToken.of("token", times, List.of()).get()));
  }
}
