package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever closes a transport lets go of it, and of nothing too early. */
abstract class ClosedTransports extends HttpTransportUnderTest {

  /** Newcomers, until the end has begun for sure. */
  private static final int MANY = 10_000;

  ClosedTransports(HttpTransportContract contract) {
    super(contract);
  }

  @Test
  void aClosedTransportFailsAndSendsNothing() {
    RawServer server = server(RawAnswers::echo);
    HttpTransport transport = transport();
    answer(transport, request(server.uri()));
    transport.close();

    Throwable failure = failure(exchange(transport, request(server.uri())));

    assertThat(List.of(failure instanceof IOException, server.requests().size()))
        .containsExactly(true, 1);
  }

  @Test
  void closingTwiceIsHarmless() {
    HttpTransport transport = transport();

    transport.close();
    transport.close();

    assertThat(failure(exchange(transport, request(server(RawAnswers::echo).uri()))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatIsUnderWayMayFinishWhileTheTransportIsClosed() {
    CompletableFuture<String> held = new CompletableFuture<>();
    RawServer slow = server(request -> held.join());
    RawServer open = server(RawAnswers::echo);
    HttpTransport transport = transport(PATIENT.closeGrace(LONG));
    CompletableFuture<HttpResponse> underWay = exchange(transport, request(slow.uri()));
    soon(slow.firstRequest());

    CompletableFuture<Boolean> closing = closing(transport);
    boolean closedToNewcomers =
        IntStream.range(0, MANY)
            .anyMatch(newcomer -> !answered(exchange(transport, request(open.uri()))));
    held.complete(RawAnswers.of(200, "just in time"));

    assertThat(List.of(closedToNewcomers, octets(soon(underWay)), soon(closing)))
        .containsExactly(true, "just in time", true);
  }

  private boolean answered(CompletableFuture<HttpResponse> exchange) {
    return soon(exchange.handle((response, failure) -> response != null));
  }

  @Test
  void whatDoesNotFinishInTheGraceIsEnded() {
    RawServer server =
        server(
            RawAnswers::echo,
            connection -> {
              connection.receive();
              connection.awaitItsEnd();
            });
    HttpTransport transport = transport(PATIENT.closeGrace(SHORT));
    CompletableFuture<HttpResponse> underWay = exchange(transport, request(server.uri()));
    soon(server.firstRequest());

    soon(closing(transport));

    assertThat(
            List.of(
                failure(underWay) instanceof IOException,
                soon(server.firstEnd().thenApply(ended -> true))))
        .containsExactly(true, true);
  }

  private static CompletableFuture<Boolean> closing(HttpTransport transport) {
    return Callers.calling(
            () -> {
              transport.close();
              return true;
            })
        .answer();
  }
}
