package dev.partnerauth.cache;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Clocks, timer and executor of one thread: nothing happens but what a test lets happen, and what
 * is ready runs in an order that the seed decides.
 */
final class Simulation implements Time, Delays, Executor {

  /** Near the overflow, as the JDK's own clock may be. */
  private static final long START_NANOS = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final Random random;
  private final List<Runnable> ready = new ArrayList<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(
          Comparator.comparingLong((Timer timer) -> timer.due).thenComparing(t -> t.number));
  private final List<AuthEvent> events = new ArrayList<>();
  private final Set<Timer> cancelled = new HashSet<>();
  private long passedNanos;
  private long wallAheadNanos;
  private int timersMade;

  Simulation(long seed) {
    this.random = new Random(seed);
  }

  AuthRuntime runtime() {
    return AuthRuntime.system()
        .at(this)
        .delayedBy(this)
        .runningOn(this)
        .randomBy(random)
        .observedBy(events::add)
        .observedOn(Runnable::run);
  }

  Random random() {
    return random;
  }

  List<AuthEvent> events() {
    return events;
  }

  /** Since the start. */
  Duration passed() {
    return Duration.ofNanos(passedNanos);
  }

  /** Runs what is ready. */
  void settle() {
    while (!ready.isEmpty()) {
      Collections.swap(ready, random.nextInt(ready.size()), ready.size() - 1);
      ready.remove(ready.size() - 1).run();
    }
  }

  /** Lets time pass, and everything happen that is due meanwhile. */
  void advance(Duration duration) {
    long end = passedNanos + duration.toNanos();
    settle();
    while (!timers.isEmpty() && timers.peek().due <= end) {
      Timer next = timers.remove();
      passedNanos = next.due;
      if (!cancelled.remove(next)) {
        next.task.run();
      }
      settle();
    }
    passedNanos = end;
  }

  /** Lets time pass until there is an answer, for twenty seconds at most. */
  <T> T awaited(CompletionStage<T> stage) {
    CompletableFuture<T> answer = stage.toCompletableFuture();
    long end = passedNanos + Duration.ofSeconds(20).toNanos();
    settle();
    while (!answer.isDone() && passedNanos < end) {
      advance(Duration.ofMillis(10));
    }
    return Optional.ofNullable(answer.getNow(null)).orElseThrow();
  }

  /** Moves the wall clock only, in either direction. */
  void wallClockJumps(Duration duration) {
    wallAheadNanos += duration.toNanos();
  }

  @Override
  public Instant now() {
    return START.plusNanos(passedNanos + wallAheadNanos);
  }

  @Override
  public long nanos() {
    return START_NANOS + passedNanos;
  }

  @Override
  public void execute(Runnable task) {
    ready.add(task);
  }

  @Override
  public Pending after(Duration delay, Runnable task) {
    Timer timer = new Timer(passedNanos + delay.toNanos(), timersMade++, task);
    timers.add(timer);
    return () -> cancelled.add(timer);
  }

  private record Timer(long due, int number, Runnable task) {}
}
