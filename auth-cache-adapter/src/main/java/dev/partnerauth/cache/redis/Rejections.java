package dev.partnerauth.cache.redis;

import dev.partnerauth.port.AuthRuntime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/**
 * Tells the other nodes what was rejected here, and hears what they rejected. Redis may forget what
 * it was told, by a restart or a failover: so this node tells all of it again whenever it is back,
 * and refuses what it has heard of whatever Redis says. Thread-safe.
 */
final class Rejections {

  private static final int AT_ONCE = 100;

  private final Records records;
  private final RedisRegions regions;
  private final KeyRing keys;
  private final AuthRuntime runtime;
  private final OwnRejections own = new OwnRejections();
  private final RefusedTokens refused = new RefusedTokens();

  Rejections(Records records, RedisRegions regions, KeyRing keys, AuthRuntime runtime) {
    this.records = records;
    this.regions = regions;
    this.keys = keys;
    this.runtime = runtime;
  }

  /**
   * A token that was rejected here, to be told by {@link #tell} and told again.
   *
   * @param life how long the token would still live
   */
  void add(Rejection rejection, Duration life) {
    accept(rejection);
    long now = runtime.time().nanos();
    if (own.add(rejection, now + RedisSettings.atMostRemembered(life).toNanos(), now)) {
      regions.rejectionsForgotten();
    }
  }

  /** Tells what was just added. What fails is told again: the session is lost then. */
  CompletionStage<?> tell(Session session, Rejection rejection) {
    return own.find(rejection)
        .<CompletionStage<?>>map(one -> tell(session, one))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  /** Tells everything again, to a server that may have forgotten it. */
  CompletionStage<Void> tellAll(Session session) {
    return tell(session, own.all());
  }

  /** Tells what was added since {@link #tellAll}. */
  CompletionStage<Void> tellRest(Session session) {
    return tell(session, own.rest());
  }

  private CompletionStage<Void> tell(Session session, List<OwnRejections.Own> all) {
    if (all.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    int size = Math.min(AT_ONCE, all.size());
    CompletableFuture<?>[] told =
        all.subList(0, size).stream()
            .map(one -> tell(session, one).toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(told)
        .thenCompose(done -> tell(session, all.subList(size, all.size())));
  }

  private CompletionStage<?> tell(Session session, OwnRejections.Own one) {
    Duration life = Duration.ofNanos(one.untilNanos() - runtime.time().nanos());
    return life.toMillis() < 1
        ? CompletableFuture.completedFuture(null)
        : records
            .reject(session, one.rejection(), life)
            .thenAccept(done -> own.told(one.rejection()));
  }

  /** Hears what this node has missed. */
  CompletionStage<Void> learn(Session session) {
    return learn(session, 0);
  }

  private CompletionStage<Void> learn(Session session, int page) {
    return records
        .rejections(session, page)
        .thenCompose(
            answer -> {
              answer
                  .messages()
                  .forEach(message -> Rejection.from(message, keys).ifPresent(this::accept));
              return answer.isLast()
                  ? CompletableFuture.completedFuture(null)
                  : learn(session, page + 1);
            });
  }

  /** Hears a message at once; what no node signed costs nobody anything. */
  void heard(byte[] message) {
    Rejection.from(message, keys)
        .ifPresent(
            rejection -> {
              refused.add(rejection.token());
              try {
                runtime.executor().execute(() -> accept(rejection));
              } catch (RejectedExecutionException e) {
                accept(rejection);
              }
            });
  }

  /** Refuses this token from now on, and tells the regions that hold it. */
  void accept(Rejection rejection) {
    refused.add(rejection.token());
    regions.rejectedElsewhere(rejection);
  }

  /**
   * Whether a token is known here as rejected.
   *
   * @param token the hash of its digest
   */
  boolean isRefused(String token) {
    return refused.contains(token);
  }
}
