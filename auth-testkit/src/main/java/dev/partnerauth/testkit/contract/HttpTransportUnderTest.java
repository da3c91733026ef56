package dev.partnerauth.testkit.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.failure.TransientFailure.Unreachable;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/**
 * What the parts of {@link HttpTransportContract} run on. Whoever calls has a thread of its own,
 * since a transport may do its work on the thread that calls; waits are for answers, with a limit
 * that only a broken transport meets.
 */
abstract class HttpTransportUnderTest {

  static final Duration SHORT = Duration.ofMillis(300);
  static final Duration LONG = Duration.ofMinutes(2);
  static final int LARGEST_ANSWER = 1_000;
  static final int CONNECTIONS = 5;

  /** With all the time in the world, and none for closing. */
  static final NetworkSettings PATIENT =
      NetworkSettings.standard()
          .connectTimeout(LONG)
          .handshakeTimeout(LONG)
          .responseTimeout(LONG)
          .maxConnections(CONNECTIONS)
          .idleLife(LONG)
          .closeGrace(Duration.ZERO);

  /** Stands in headers and bodies, and nowhere else. */
  static final String SECRET = "a-secret-that-never-prints";

  private final HttpTransportContract contract;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  HttpTransportUnderTest(HttpTransportContract contract) {
    this.contract = contract;
  }

  @AfterEach
  void closeAll() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  <C extends AutoCloseable> C closedAfterwards(C resource) {
    opened.push(resource);
    return resource;
  }

  HttpTransport transport() {
    return transport(PATIENT);
  }

  HttpTransport transport(NetworkSettings settings) {
    return closedAfterwards(contract.transport(settings));
  }

  RawServer server(Function<ReceivedRequest, String> answers, RawServer.Treatment... first) {
    return closedAfterwards(RawServer.answering(answers, first));
  }

  static HttpRequest request(URI uri) {
    return request(uri, LONG);
  }

  static HttpRequest request(URI uri, Duration deadline) {
    return request(uri, "{\"client_secret\":\"" + SECRET + "\"}", deadline, LARGEST_ANSWER);
  }

  static HttpRequest request(URI uri, String octets, Duration deadline, int largestAnswer) {
    return new HttpRequest(
        "POST",
        uri,
        Map.of("Authorization", "Bearer " + SECRET, "Content-Type", "application/json"),
        octets.getBytes(ISO_8859_1),
        deadline,
        largestAnswer);
  }

  CompletableFuture<HttpResponse> exchange(HttpTransport transport, HttpRequest request) {
    return Callers.calling(() -> begun(transport, request)).answer().thenCompose(stage -> stage);
  }

  private static CompletionStage<HttpResponse> begun(HttpTransport transport, HttpRequest request) {
    try {
      return transport
          .exchange(request)
          .thenApply(response -> Objects.requireNonNull(response, "it completed with null"));
    } catch (Throwable thrown) {
      throw new AssertionError("the method itself threw, rather than failing its stage", thrown);
    }
  }

  HttpResponse answer(HttpTransport transport, HttpRequest request) {
    return soon(exchange(transport, request));
  }

  /** What the exchange failed with; an answer is no failure. */
  Throwable failure(CompletableFuture<HttpResponse> exchange) {
    return soon(
        exchange.handle(
            (response, failure) ->
                failure == null
                    ? new AssertionError("it was answered: " + response)
                    : bare(failure)));
  }

  private static Throwable bare(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** What a partner is told who asks for an access token: a fault, a phase, a kind. */
  String told(HttpTransport transport, URI base) {
    return soon(
        call(transport, base)
            .handle(
                (outcome, failure) ->
                    failure == null ? told(outcome) : "not told: " + bare(failure).getCause()));
  }

  CompletableFuture<Either<AuthFailure, AccessToken>> call(HttpTransport transport, URI base) {
    HttpAuthenticationApi api =
        HttpAuthenticationApi.of(
            BaseAddress.of(base).get(),
            transport,
            CallSettings.standard().tries(1),
            AuthRuntime.system().runningOn(Runnable::run));
    return Callers.calling(() -> api.accessToken(SeededApps.backend(), Budget.of(LONG)))
        .answer()
        .thenCompose(stage -> stage);
  }

  private static String told(Either<AuthFailure, AccessToken> outcome) {
    return outcome.fold(
        failure -> {
          if (failure instanceof Unreachable unreachable) {
            return unreachable.fault().name();
          }
          return failure instanceof TimedOut timedOut
              ? timedOut.phase().name()
              : failure.getClass().getSimpleName();
        },
        token -> "granted");
  }

  /** Completes within the limit, or fails the test. */
  <A> A soon(CompletableFuture<A> future) {
    return future.copy().orTimeout(contract.patience().toMillis(), TimeUnit.MILLISECONDS).join();
  }

  <A> List<A> soon(List<CompletableFuture<A>> futures) {
    return futures.stream().map(this::soon).toList();
  }

  static String octets(HttpResponse response) {
    return new String(response.body(), ISO_8859_1);
  }
}
