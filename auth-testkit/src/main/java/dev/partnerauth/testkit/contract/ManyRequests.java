package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.transport.HttpTransport;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many callers share one transport. */
abstract class ManyRequests extends HttpTransportUnderTest {

  ManyRequests(HttpTransportContract contract) {
    super(contract);
  }

  @Test
  void moreRequestsThanConnectionsAreEachGivenTheirOwnAnswers() {
    RawServer server = server(RawAnswers::echo);
    HttpTransport transport = transport();
    List<String> texts = IntStream.range(0, 100).mapToObj(String::valueOf).toList();

    var answers =
        soon(
            texts.stream()
                .map(text -> exchange(transport, request(server.uri(), text, LONG, LARGEST_ANSWER)))
                .toList());

    assertThat(answers.stream().map(HttpTransportUnderTest::octets))
        .containsExactlyElementsOf(texts);
  }

  @Test
  void requestsAreUnderWayAtTheSameTime() {
    CountDownLatch allThere = new CountDownLatch(CONNECTIONS);
    CompletableFuture<Void> all = new CompletableFuture<>();
    RawServer server =
        server(
            request -> {
              allThere.countDown();
              if (allThere.getCount() == 0) {
                all.complete(null);
              }
              all.join();
              return RawAnswers.of(200, "");
            });
    HttpTransport transport = transport();

    var answers =
        soon(
            Stream.generate(() -> exchange(transport, request(server.uri())))
                .limit(CONNECTIONS)
                .toList());

    assertThat(answers.stream().map(answer -> answer.status()))
        .containsExactly(200, 200, 200, 200, 200);
  }

  @Test
  void connectionsAreUsedAgain() {
    RawServer server = server(RawAnswers::echo);
    HttpTransport transport = transport();

    IntStream.range(0, 50).forEach(index -> answer(transport, request(server.uri())));

    assertThat(server.connections()).isLessThan(10);
  }

  @Test
  void callsThatAreGivenUpDoNotUseUpTheConnections() {
    RawServer.Treatment[] silence = new RawServer.Treatment[100];
    Arrays.fill(silence, (RawServer.Treatment) RawConnection::awaitItsEnd);
    RawServer server = server(RawAnswers::echo, silence);
    HttpTransport transport = transport();

    soon(
        Stream.generate(() -> exchange(transport, request(server.uri(), SHORT)))
            .limit(4 * CONNECTIONS)
            .map(exchange -> exchange.handle((response, failure) -> response == null))
            .toList());
    server.heal();

    assertThat(answer(transport, request(server.uri())).status()).isEqualTo(200);
  }
}
