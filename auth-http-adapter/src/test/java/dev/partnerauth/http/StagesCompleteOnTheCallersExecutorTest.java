package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.http.transport.TransportTimeoutException;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Time;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.core5.http.io.HttpRequestHandler;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StagesCompleteOnTheCallersExecutorTest {

  private static final Budget LONG = Budget.of(Duration.ofSeconds(30)).once().once();

  private final AtomicInteger threads = new AtomicInteger();
  private final ExecutorService callers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "caller-" + threads.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });
  private final HttpTransport transport = ApacheAsyncTransport.standard();
  private AutoCloseable server = () -> {};

  @AfterEach
  void closeAll() throws Exception {
    transport.close();
    server.close();
    callers.shutdownNow();
  }

  @Test
  void nothingIsReadBeforeTheExecutorGetsToIt() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    var stage =
        HttpAuthenticationApi.of(
                BaseAddress.sandbox(),
                ScriptedTransport.answering(200, PublishedAnswers.ACCESS_TOKEN_OF_THE_GUIDE),
                CallSettings.standard(),
                Calls.runtime(tasks::add, Time.system()))
            .accessToken(Samples.aBackendApp(), LONG)
            .toCompletableFuture();

    boolean before = stage.isDone();
    tasks.remove().run();
    boolean after = stage.isDone();

    assertThat(List.of(before, after)).containsExactly(false, true);
  }

  @Test
  void anAnswerArrivesOnTheCallersThread() {
    CountDownLatch listening = new CountDownLatch(1);
    HttpAuthenticationApi api = serveWhen(listening);

    var thread =
        api.accessToken(Samples.aBackendApp(), LONG)
            .thenApply(outcome -> Thread.currentThread().getName());
    listening.countDown();

    assertThat(Calls.outcome(thread)).startsWith("caller-");
  }

  @Test
  void aFailureArrivesOnTheCallersThread() throws IOException {
    ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server = silent;

    var thread =
        HttpAuthenticationApi.of(
                BaseAddress.of("http://127.0.0.1:" + silent.getLocalPort()).get(),
                transport,
                CallSettings.standard(),
                Calls.runtime(callers, Time.system()))
            .accessToken(Samples.aBackendApp(), Budget.of(Duration.ofMillis(500)))
            .thenApply(outcome -> Thread.currentThread().getName());

    assertThat(Calls.outcome(thread)).startsWith("caller-");
  }

  @Test
  void blockingInAContinuationDoesNotStallTheClient() {
    int several = 5;
    CountDownLatch listening = new CountDownLatch(1);
    HttpAuthenticationApi api = serveWhen(listening);

    var blocked =
        Stream.generate(
                () ->
                    api.accessToken(Samples.aBackendApp(), LONG)
                        .thenApply(
                            first -> Calls.outcome(api.accessToken(Samples.aBackendApp(), LONG))))
            .limit(several)
            .toList();
    listening.countDown();

    assertThat(blocked.stream().map(Calls::outcome).map(second -> second.map(Token::reveal)))
        .hasSize(several)
        .containsOnly(Either.right("{{generalAccessToken}}"));
  }

  @Test
  void aContinuationThatThrowsHurtsNoOtherCall() {
    CountDownLatch listening = new CountDownLatch(0);
    HttpAuthenticationApi api = serveWhen(listening);

    var broken =
        api.accessToken(Samples.aBackendApp(), LONG)
            .thenApply(
                outcome -> {
                  throw new IllegalStateException("the caller's own mistake");
                })
            .exceptionally(failure -> "broken");
    var next = api.accessToken(Samples.aBackendApp(), LONG);

    assertThat(List.of(Calls.outcome(broken), Calls.outcome(next).map(Token::reveal)))
        .isEqualTo(List.of("broken", Either.right("{{generalAccessToken}}")));
  }

  @Test
  void aFailureOfTheNetworkIsAValueEvenIfTheTransportWrapsIt() {
    var answer = new CompletableFuture<HttpResponse>();
    var wrapped = answer.thenApply(response -> response);
    var stage =
        Calls.api(ScriptedTransport.promising(wrapped)).accessToken(Samples.aBackendApp(), LONG);

    answer.completeExceptionally(new TransportTimeoutException(Phase.CONNECTING));

    Either<AuthFailure, ?> expected =
        Either.left(new TimedOut(Phase.CONNECTING, Facts.unanswered(Endpoint.ACCESS_TOKEN)));
    assertThat(Calls.outcome(stage)).isEqualTo(expected);
  }

  @Test
  void aTransportThatBreaksItsPromiseIsAMistakeAndSaidToBeOne() {
    var answer = new CompletableFuture<HttpResponse>();
    var stage =
        Calls.api(ScriptedTransport.promising(answer)).accessToken(Samples.aBackendApp(), LONG);

    answer.completeExceptionally(new IllegalStateException("a bug"));

    assertThatThrownBy(() -> Calls.outcome(stage))
        .hasMessageContaining("the transport failed with something else than an IOException")
        .hasRootCauseMessage("a bug");
  }

  @Test
  void theExecutorIsNotAskedWhileNothingHasHappened() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    var answer = new CompletableFuture<HttpResponse>();
    var stage =
        HttpAuthenticationApi.of(
                BaseAddress.sandbox(),
                ScriptedTransport.promising(answer),
                CallSettings.standard(),
                Calls.runtime(tasks::add, Time.system()))
            .accessToken(Samples.aBackendApp(), LONG);

    int before = tasks.size();
    answer.complete(new HttpResponse(429, Map.of(), "".getBytes(UTF_8)));

    assertThat(List.of(before, tasks.size(), stage.toCompletableFuture().isDone()))
        .isEqualTo(List.of(0, 1, false));
  }

  private HttpAuthenticationApi serveWhen(CountDownLatch listening) {
    HttpRequestHandler handler =
        (request, response, context) -> {
          await(listening);
          response.setEntity(new StringEntity(PublishedAnswers.ACCESS_TOKEN_OF_THE_GUIDE));
        };
    AnsweringServer answering = new AnsweringServer(handler);
    server = answering;
    return HttpAuthenticationApi.of(
        answering.address(),
        transport,
        CallSettings.standard(),
        Calls.runtime(callers, Time.system()));
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new IOException("nobody listens");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
