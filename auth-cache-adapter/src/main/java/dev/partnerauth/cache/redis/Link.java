package dev.partnerauth.cache.redis;

import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Delays;
import dev.partnerauth.port.SharedStoreState;
import io.lettuce.core.RedisConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds a session while there is one. The first thing that fails ends it; from then on a new one is
 * tried about every second, and is used once Redis takes what is written, was told again all that
 * was rejected here, and has told what this node has missed. Thread-safe.
 */
final class Link {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RedisDoor door;
  private final RedisNames names;
  private final Records records;
  private final Rejections rejections;
  private final RedisRegions regions;
  private final AuthRuntime runtime;
  private final CompletableFuture<Void> firstTry = new CompletableFuture<>();
  private volatile @Nullable Session current;
  private boolean closed;
  private Delays.Pending next = () -> {};

  Link(
      RedisDoor door,
      RedisNames names,
      Records records,
      Rejections rejections,
      RedisRegions regions,
      AuthRuntime runtime) {
    this.door = door;
    this.names = names;
    this.records = records;
    this.rejections = rejections;
    this.regions = regions;
    this.runtime = runtime;
  }

  SharedStoreState state() {
    return current == null ? SharedStoreState.LOST : SharedStoreState.CONNECTED;
  }

  /** Completes when the first attempt to connect has ended, well or not. */
  CompletionStage<Void> firstTry() {
    return firstTry.copy();
  }

  /** Whether it is not known yet how the first attempt to connect ends. */
  boolean isTryingFirst() {
    return !firstTry.isDone();
  }

  /** Uses the session, which is lost when that fails. Fails at once when there is none. */
  <R> CompletionStage<R> use(Function<Session, CompletionStage<R>> use) {
    Session session = current;
    if (session == null) {
      return CompletableFuture.failedFuture(new RedisConnectionException("There is none"));
    }
    return use.apply(session)
        .whenComplete(
            (answer, failure) -> {
              if (failure != null) {
                lost(session, failure);
              }
            });
  }

  /** Returns at once. */
  void connect() {
    CompletionStage<Void> tried =
        CompletableFuture.completedFuture(door)
            .thenCompose(RedisDoor::open)
            .thenCompose(this::welcome)
            .thenAccept(this::regained);
    tried.whenComplete(
        (done, failure) -> {
          try {
            if (failure != null) {
              stillAway(failure);
            }
          } finally {
            firstTry.complete(null);
          }
        });
  }

  /** It listens before it asks, so that nothing is missed in between. */
  private CompletionStage<Session> welcome(Session session) {
    return CompletableFuture.completedFuture(session)
        .thenCompose(opened -> opened.listen(names.channel(), rejections::heard))
        .thenCompose(listening -> records.probe(session))
        .thenCompose(probed -> rejections.tellAll(session))
        .thenCompose(told -> rejections.learn(session))
        .handle(
            (learned, failure) -> {
              if (failure != null) {
                session.close();
                throw new CompletionException(failure);
              }
              return session;
            });
  }

  private void regained(Session session) {
    synchronized (this) {
      if (closed) {
        session.close();
        return;
      }
      current = session;
    }
    try {
      begin(session);
    } catch (RuntimeException | Error e) {
      lost(session, e);
    }
  }

  private void begin(Session session) {
    session.whenBroken(this::lost);
    regions.regained();
    if (!session.isOpen()) {
      lost(session, new RedisConnectionException("The connection was closed"));
    }
    // What was rejected meanwhile.
    CompletionStage<Void> told = use(rejections::tellRest);
    told.exceptionally(toldWithTheNextSession -> null);
  }

  private void lost(Session session, Throwable reason) {
    synchronized (this) {
      if (current != session) {
        return;
      }
      current = null;
      tryLater();
    }
    session.close();
    regions.lost(said(reason));
  }

  private void stillAway(Throwable reason) {
    synchronized (this) {
      if (closed) {
        return;
      }
      tryLater();
    }
    regions.lost(said(reason));
  }

  /** By the JDK's timer if the runtime's fails: nobody else would ever try again. */
  private void tryLater() {
    try {
      double jitter = 0.75 + runtime.random().nextDouble() / 4;
      next =
          runtime
              .delays()
              .after(Duration.ofMillis((long) (PAUSE.toMillis() * jitter)), this::connect);
    } catch (RuntimeException | Error e) {
      CompletableFuture<Void> later =
          CompletableFuture.runAsync(
              this::connect,
              CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
      next = () -> later.cancel(false);
    }
  }

  /** Returns at once; nothing is announced. */
  void close() {
    synchronized (this) {
      closed = true;
      current = null;
      next.cancel();
    }
    firstTry.complete(null);
    door.close();
  }

  private static ForeignText said(Throwable reason) {
    Throwable cause = reason;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = Optional.ofNullable(cause.getMessage()).orElse("");
    return ForeignText.of(cause.getClass().getSimpleName() + ": " + message, List.of());
  }
}
