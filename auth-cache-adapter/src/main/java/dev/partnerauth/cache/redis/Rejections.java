package dev.partnerauth.cache.redis;

import dev.partnerauth.port.AuthRuntime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/**
 * Tells the other nodes what was rejected here, later if not now, and hears what they rejected.
 * Thread-safe.
 */
final class Rejections {

  /** What cannot be told is remembered up to this number; the oldest are dropped first. */
  static final int UNTOLD = 10_000;

  private static final int AT_ONCE = 100;

  private final Records records;
  private final Shelves shelves;
  private final KeyRing keys;
  private final AuthRuntime runtime;
  private final Deque<Untold> untold = new ArrayDeque<>();

  Rejections(Records records, Shelves shelves, KeyRing keys, AuthRuntime runtime) {
    this.records = records;
    this.shelves = shelves;
    this.keys = keys;
    this.runtime = runtime;
  }

  private record Untold(Rejection rejection, long untilNanos) {}

  /**
   * To be told with the next call of {@link #tell}.
   *
   * @param life how long the token would still live; a dead one is not worth telling
   */
  void add(Rejection rejection, Duration life) {
    long lifeNanos = RedisSettings.atMostLongest(life).toNanos();
    add(new Untold(rejection, runtime.time().nanos() + lifeNanos));
  }

  private synchronized void add(Untold more) {
    untold.addLast(more);
    if (untold.size() > UNTOLD) {
      untold.removeFirst();
    }
  }

  /** Tells all that is untold; what fails is untold still. */
  CompletionStage<Void> tell(Session session) {
    List<Untold> batch = next();
    if (batch.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<?>[] told =
        batch.stream().map(one -> tell(session, one)).toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(told)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                batch.forEach(this::add);
              }
            })
        .thenCompose(done -> tell(session));
  }

  private CompletableFuture<?> tell(Session session, Untold one) {
    Duration life = Duration.ofNanos(one.untilNanos() - runtime.time().nanos());
    return life.toMillis() < 1
        ? CompletableFuture.completedFuture(null)
        : records.reject(session, one.rejection(), life).toCompletableFuture();
  }

  private synchronized List<Untold> next() {
    List<Untold> batch = new ArrayList<>();
    while (batch.size() < AT_ONCE && !untold.isEmpty()) {
      batch.add(untold.removeFirst());
    }
    return batch;
  }

  /** Hears what this node has missed. */
  CompletionStage<Void> learn(Session session) {
    return learn(session, 0);
  }

  private CompletionStage<Void> learn(Session session, int page) {
    return records
        .rejections(session, page)
        .thenCompose(
            messages -> {
              messages.forEach(
                  message -> Rejection.from(message, keys).ifPresent(shelves::rejectedElsewhere));
              return messages.size() < Records.PAGE
                  ? CompletableFuture.completedFuture(null)
                  : learn(session, page + 1);
            });
  }

  /** Hears a message at once; what no node signed costs nobody anything. */
  void heard(byte[] message) {
    Rejection.from(message, keys)
        .ifPresent(
            rejection -> {
              try {
                runtime.executor().execute(() -> shelves.rejectedElsewhere(rejection));
              } catch (RejectedExecutionException e) {
                shelves.rejectedElsewhere(rejection);
              }
            });
  }
}
