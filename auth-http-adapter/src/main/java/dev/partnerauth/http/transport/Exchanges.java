package dev.partnerauth.http.transport;

import dev.partnerauth.failure.NetworkFault;
import dev.partnerauth.failure.Phase;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a transport has under way: holds each exchange to its deadline, and lets the last ones
 * finish when the transport is closed. Thread-safe.
 */
@SuppressWarnings("CollectionUndefinedEquality") // which one it is, is all that matters
final class Exchanges {

  private final Set<CompletableFuture<HttpResponse>> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Begins an exchange, unless the transport was closed.
   *
   * @param overdue where time has run out, when it has
   * @param start sends the request and completes what it is given. When that completes without it,
   *     time ran out or the transport was closed, and what was begun must be ended
   */
  CompletionStage<HttpResponse> begin(
      HttpRequest request,
      Supplier<Phase> overdue,
      Consumer<CompletableFuture<HttpResponse>> start) {
    CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
    underWay.add(answer);
    CompletableFuture<HttpResponse> inTime =
        answer
            .orTimeout(request.deadline().toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete((response, failure) -> underWay.remove(answer))
            .exceptionallyCompose(
                failure -> CompletableFuture.failedFuture(named(failure, overdue)));
    if (closed) {
      answer.completeExceptionally(new NetworkFaultException(NetworkFault.CLIENT_CLOSED));
    } else {
      start.accept(answer);
    }
    return inTime;
  }

  /** What is told to a dependent stage comes wrapped. */
  private static Throwable named(Throwable thrown, Supplier<Phase> overdue) {
    Throwable failure =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return failure instanceof TimeoutException
        ? new TransportTimeoutException(overdue.get())
        : failure;
  }

  /** Begins nothing more; waits for what is under way, for the grace period at most. */
  void close(Duration grace) {
    closed = true;
    try {
      CompletableFuture.allOf(underWay.toArray(CompletableFuture<?>[]::new))
          .get(grace.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException someDidNotEndWell) {
      // Whoever waits for those is told by the exchange itself.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    underWay.forEach(
        answer ->
            answer.completeExceptionally(new NetworkFaultException(NetworkFault.CLIENT_CLOSED)));
  }
}
