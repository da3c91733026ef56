package dev.partnerauth;

import dev.partnerauth.port.AuthEvents;
import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * What the library takes from its surroundings.
 *
 * @param time the clocks
 * @param events who watches
 * @param eventExecutor where watchers run, so that a slow one holds up no call; an event that it
 *     rejects is dropped
 * @param random for jitter; must be thread-safe
 * @param delays for what is done later
 */
public record AuthRuntime(
    Time time, AuthEvents events, Executor eventExecutor, RandomGenerator random, Delays delays) {

  private static final int WAITING_EVENTS = 1000;

  /** System clocks, nobody watching, a thread of its own for whoever will, and the JDK's timer. */
  public static AuthRuntime system() {
    return new AuthRuntime(
        Time.system(),
        AuthEvents.none(),
        oneThreadForEvents(),
        () -> ThreadLocalRandom.current().nextLong(),
        Delays.on(ForkJoinPool.commonPool()));
  }

  public AuthRuntime at(Time clocks) {
    return new AuthRuntime(clocks, events, eventExecutor, random, delays);
  }

  public AuthRuntime observedBy(AuthEvents watcher) {
    return new AuthRuntime(time, watcher, eventExecutor, random, delays);
  }

  public AuthRuntime observedOn(Executor executor) {
    return new AuthRuntime(time, events, executor, random, delays);
  }

  public AuthRuntime randomBy(RandomGenerator generator) {
    return new AuthRuntime(time, events, eventExecutor, generator, delays);
  }

  public AuthRuntime delayedBy(Delays timer) {
    return new AuthRuntime(time, events, eventExecutor, random, timer);
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
