package dev.partnerauth.http.transport;

import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.http.async.Causes;
import dev.partnerauth.http.async.Deadlines;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a transport has under way: holds each exchange to its deadline, and lets the last ones
 * finish when the transport is closed. Thread-safe.
 */
final class Exchanges {

  private final Deadlines<HttpResponse> deadlines = Deadlines.system();
  private volatile boolean closed;

  /**
   * Begins an exchange, unless the transport was closed.
   *
   * @param overdue where time has run out, when it has
   * @param start sends the request, completes what it is given, and says {@link #whenFailed} how
   *     what was begun is ended
   */
  CompletionStage<HttpResponse> begin(
      HttpRequest request,
      Supplier<Phase> overdue,
      Consumer<CompletableFuture<HttpResponse>> start) {
    CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    deadlines.hold(answer, request.deadline());
    CompletableFuture<HttpResponse> inTime =
        answer.exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(named(Causes.of(failure), overdue)));
    if (closed) {
      answer.completeExceptionally(new NetworkFaultException(NetworkFault.CLIENT_CLOSED));
    } else {
      start.accept(answer);
    }
    return inTime;
  }

  /** How an exchange is ended when its time runs out or the transport is closed. */
  static void whenFailed(CompletableFuture<HttpResponse> answer, Runnable end) {
    var unused =
        answer.whenComplete(
            (response, failure) -> {
              if (failure != null) {
                end.run();
              }
            });
  }

  private static Throwable named(Throwable failure, Supplier<Phase> overdue) {
    return failure instanceof TimeoutException
        ? new TransportTimeoutException(overdue.get())
        : failure;
  }

  /** Begins nothing more; waits for what is under way, for the grace period at most. */
  void close(Duration grace) {
    closed = true;
    try {
      CompletableFuture.allOf(deadlines.underWay().toArray(CompletableFuture<?>[]::new))
          .get(grace.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException someDidNotEndWell) {
      // Whoever waits for those is told by the exchange itself.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    deadlines
        .underWay()
        .forEach(
            answer ->
                answer.completeExceptionally(
                    new NetworkFaultException(NetworkFault.CLIENT_CLOSED)));
  }
}
