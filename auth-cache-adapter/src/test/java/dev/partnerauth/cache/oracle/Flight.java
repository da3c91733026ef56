package dev.partnerauth.cache.oracle;

import dev.partnerauth.app.App;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget.Tries;
import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** One request for a token, and those who wait for it. Equal to itself only. Thread-safe. */
final class Flight<K extends TokenKey<T>, T extends Token> {

  enum State {
    /** It may still be waiting for its turn. */
    READY,
    FLYING,
    ENDED
  }

  private final K key;
  private final Tries tries;
  private final Leave leave;
  private final Duration minimumRemaining;
  private final long launchedNanos;
  private final CompletableFuture<Either<AuthFailure, T>> landing;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicReference<State> state = new AtomicReference<>(State.READY);
  private volatile List<? extends App> presented = List.of();
  private volatile boolean serverAsked;
  private volatile Delays.Pending guard = () -> {};

  private Flight(
      K key,
      Tries tries,
      Leave leave,
      Duration minimumRemaining,
      long launchedNanos,
      CompletableFuture<Either<AuthFailure, T>> landing) {
    this.key = key;
    this.tries = tries;
    this.leave = leave;
    this.minimumRemaining = minimumRemaining;
    this.launchedNanos = launchedNanos;
    this.landing = landing;
  }

  /**
   * @param minimumRemaining how long the token must live to be of use to whoever asks first
   */
  static <K extends TokenKey<T>, T extends Token> Flight<K, T> of(
      K key, Tries tries, Leave leave, Duration minimumRemaining, Time time) {
    return new Flight<>(
        key, tries, leave, minimumRemaining, time.nanos(), new CompletableFuture<>());
  }

  /** Another try for those who wait for this one. */
  Flight<K, T> again() {
    return new Flight<>(key, tries, Leave.free(), minimumRemaining, launchedNanos, landing);
  }

  K key() {
    return key;
  }

  Tries tries() {
    return tries;
  }

  Leave leave() {
    return leave;
  }

  Duration minimumRemaining() {
    return minimumRemaining;
  }

  /** Since those who wait began to wait. */
  Duration elapsed(Time time) {
    return Duration.ofNanos(time.nanos() - launchedNanos);
  }

  /** How it ended; never handed out, so that nobody can end it from outside. */
  CompletableFuture<Either<AuthFailure, T>> landing() {
    return landing;
  }

  /** Whether this call is the one that begins it. */
  boolean begin() {
    return begun.compareAndSet(false, true);
  }

  /**
   * Whether it goes, with these credentials; not when it has ended while it waited for its turn.
   */
  boolean go(List<? extends App> credentials) {
    presented = credentials;
    return state.compareAndSet(State.READY, State.FLYING);
  }

  List<? extends App> presented() {
    return presented;
  }

  void guardedBy(Delays.Pending pending) {
    guard = pending;
  }

  void endGuard() {
    guard.cancel();
  }

  boolean isOver() {
    return state.get() == State.ENDED;
  }

  boolean isFlying() {
    return state.get() == State.FLYING;
  }

  void asksTheServer() {
    serverAsked = true;
  }

  boolean serverAsked() {
    return serverAsked;
  }

  /** What it was before; it ends once. */
  State end() {
    return state.getAndSet(State.ENDED);
  }
}
