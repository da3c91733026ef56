package dev.partnerauth.port;

import dev.partnerauth.event.AuthEvent;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * What the library takes from its surroundings. Immutable; every part can be replaced.
 *
 * @since 0.1.0
 */
public final class AuthRuntime {

  private static final int WAITING_EVENTS = 1000;

  private final Time time;
  private final Executor executor;
  private final Delays delays;
  private final RandomGenerator random;
  private final AuthEvents events;
  private final Executor eventExecutor;

  private AuthRuntime(
      Time time,
      Executor executor,
      Delays delays,
      RandomGenerator random,
      AuthEvents events,
      Executor eventExecutor) {
    this.time = time;
    this.executor = executor;
    this.delays = delays;
    this.random = random;
    this.events = events;
    this.eventExecutor = eventExecutor;
  }

  /**
   * System clocks, the JDK's common pool and timer, nobody watching, and a thread of its own for
   * whoever will.
   */
  public static AuthRuntime system() {
    Executor pool = commonPool();
    return new AuthRuntime(
        Time.system(),
        pool,
        Delays.on(pool),
        () -> ThreadLocalRandom.current().nextLong(),
        AuthEvents.none(),
        oneThreadForEvents());
  }

  /**
   * On one or two cores {@code CompletableFuture} takes the common pool, where it sees it, for too
   * small and starts a thread for each task instead; so it does not get to see it. A pool that was
   * told to have no threads runs nothing by itself: there the JDK's way out is the right one.
   */
  private static Executor commonPool() {
    ForkJoinPool pool = ForkJoinPool.commonPool();
    return ForkJoinPool.getCommonPoolParallelism() > 0 ? task -> pool.execute(task) : pool;
  }

  public Time time() {
    return time;
  }

  /** With other clocks. */
  public AuthRuntime at(Time clocks) {
    return new AuthRuntime(clocks, executor, delays, random, events, eventExecutor);
  }

  /** Where renewals begin and asynchronous callers get their answers. */
  public Executor executor() {
    return executor;
  }

  /** With another executor for renewals and answers. */
  public AuthRuntime runningOn(Executor pool) {
    return new AuthRuntime(time, pool, delays, random, events, eventExecutor);
  }

  /** For what is done later. */
  public Delays delays() {
    return delays;
  }

  /** With another timer. */
  public AuthRuntime delayedBy(Delays timer) {
    return new AuthRuntime(time, executor, timer, random, events, eventExecutor);
  }

  /** For jitter. */
  public RandomGenerator random() {
    return random;
  }

  /**
   * With another generator.
   *
   * @param generator thread-safe
   */
  public AuthRuntime randomBy(RandomGenerator generator) {
    return new AuthRuntime(time, executor, delays, generator, events, eventExecutor);
  }

  /** With a watcher, in place of the one before. */
  public AuthRuntime observedBy(AuthEvents watcher) {
    return new AuthRuntime(time, executor, delays, random, watcher, eventExecutor);
  }

  /**
   * With another executor for the watcher, so that a slow one holds up no call; an event that it
   * rejects is dropped.
   */
  public AuthRuntime observedOn(Executor watchersExecutor) {
    return new AuthRuntime(time, executor, delays, random, events, watchersExecutor);
  }

  /** Tells the watcher, on its own executor: neither a slow nor a throwing watcher hurts a call. */
  public void announce(AuthEvent event) {
    if (AuthEvents.none().equals(events)) {
      return;
    }
    try {
      eventExecutor.execute(() -> tell(event));
    } catch (RejectedExecutionException e) {
      // The watcher's executor is full or closed. A token matters more than the news of it.
    } catch (Throwable thrown) {
      UncaughtErrors.tell(thrown);
    }
  }

  /** An executor may run the watcher on the caller's own thread: what it throws must not escape. */
  private void tell(AuthEvent event) {
    try {
      events.on(event);
    } catch (Throwable thrown) {
      UncaughtErrors.tell(thrown);
    }
  }

  /**
   * A daemon that comes with the first event and goes after a minute without. It rejects what a
   * slow watcher leaves waiting beyond a thousand events, so that neither calls nor the heap pay
   * for it.
   */
  private static Executor oneThreadForEvents() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING_EVENTS),
            AuthRuntime::daemon);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "partner-auth-events");
    thread.setDaemon(true);
    return thread;
  }
}
