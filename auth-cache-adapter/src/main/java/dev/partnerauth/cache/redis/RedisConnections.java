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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection after the other. The first thing that fails ends one; from then on a new one is
 * tried about every second, and is used once Redis takes what is written, was told again all that
 * was rejected here, and has told what this node has missed. Thread-safe.
 */
final class RedisConnections {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RedisConnector connector;
  private final RedisNames names;
  private final Duration lease;
  private final RejectionLog rejections;
  private final LossAnnouncer announcer;
  private final AuthRuntime runtime;
  private final CompletableFuture<Void> firstTry = new CompletableFuture<>();
  private volatile @Nullable RedisConnection current;
  private boolean closed;
  private Delays.Pending next = () -> {};

  RedisConnections(
      RedisConnector connector,
      RedisNames names,
      Duration lease,
      RejectionLog rejections,
      LossAnnouncer announcer,
      AuthRuntime runtime) {
    this.connector = connector;
    this.names = names;
    this.lease = lease;
    this.rejections = rejections;
    this.announcer = announcer;
    this.runtime = runtime;
  }

  SharedStoreState state() {
    return current == null ? SharedStoreState.LOST : SharedStoreState.CONNECTED;
  }

  /** Done when the first attempt to connect has ended, well or not. */
  CompletableFuture<Void> firstTry() {
    return firstTry.copy();
  }

  /** The connection is lost when a command fails. Fails at once when there is none. */
  <R> CompletionStage<R> use(Function<RedisCommands, CompletionStage<R>> use) {
    RedisConnection connection = current;
    if (connection == null) {
      return CompletableFuture.failedFuture(new RedisConnectionException("There is none"));
    }
    return use.apply(commandsOver(connection))
        .whenComplete(
            (answer, failure) -> {
              if (failure != null) {
                lost(connection, failure);
              }
            });
  }

  private RedisCommands commandsOver(RedisConnection connection) {
    return new RedisCommands(connection, names, lease);
  }

  /** Returns at once. */
  void connect() {
    CompletionStage<Void> tried =
        CompletableFuture.completedFuture(connector)
            .thenCompose(RedisConnector::open)
            .thenCompose(this::prepare)
            .thenAccept(this::begin);
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
  private CompletionStage<RedisConnection> prepare(RedisConnection connection) {
    RedisCommands commands = commandsOver(connection);
    return connection
        .listen(names.channel(), rejections::heard)
        .thenCompose(listening -> commands.probe())
        .thenCompose(probed -> rejections.tellAll(commands))
        .thenCompose(told -> rejections.learn(commands))
        .whenComplete(
            (learned, failure) -> {
              if (failure != null) {
                connection.close();
              }
            })
        .thenApply(learned -> connection);
  }

  private void begin(RedisConnection connection) {
    synchronized (this) {
      if (closed) {
        connection.close();
        return;
      }
      current = connection;
    }
    try {
      connection.whenBroken(failure -> lost(connection, failure));
      announcer.regained();
      if (!connection.isOpen()) {
        lost(connection, new RedisConnectionException("The connection was closed"));
      }
      // What was rejected meanwhile.
      CompletionStage<Void> told = use(rejections::tellRest);
      told.exceptionally(toldAfterTheNextReconnect -> null);
    } catch (RuntimeException | Error e) {
      lost(connection, e);
    }
  }

  private void lost(RedisConnection connection, Throwable reason) {
    synchronized (this) {
      if (current != connection) {
        return;
      }
      current = null;
      tryLater();
    }
    connection.close();
    announcer.lost(textOf(reason));
  }

  private void stillAway(Throwable reason) {
    synchronized (this) {
      if (closed) {
        return;
      }
      tryLater();
    }
    announcer.lost(textOf(reason));
  }

  /** By the JDK's timer if the runtime's fails: nothing else would ever try again. */
  private void tryLater() {
    try {
      double jitter = 0.75 + runtime.random().nextDouble() / 4;
      Duration pause = Duration.ofMillis((long) (PAUSE.toMillis() * jitter));
      next = runtime.delays().after(pause, this::connect);
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
    connector.close();
  }

  private static ForeignText textOf(Throwable reason) {
    Throwable cause = reason;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = Optional.ofNullable(cause.getMessage()).orElse("");
    return ForeignText.of(cause.getClass().getSimpleName() + ": " + message, List.of());
  }
}
