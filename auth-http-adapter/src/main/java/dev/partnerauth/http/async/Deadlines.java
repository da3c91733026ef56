package dev.partnerauth.http.async;

import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends with a {@link TimeoutException} what takes too long. All of it shares one timer, which is
 * set for the earliest deadline and stays set when that was met: a timer for each, set and stopped
 * again, wakes a thread each time, and that costs more than an exchange over loopback. Thread-safe.
 *
 * @param <T> what is waited for
 */
@SuppressWarnings("CollectionUndefinedEquality") // which one it is, is all that matters
public final class Deadlines<T> {

  private static final long NEVER = Long.MAX_VALUE;

  private final Time time;
  private final Delays delays;
  private final long begun;
  private final Map<CompletableFuture<T>, Long> underWay = new ConcurrentHashMap<>();

  /** When the timer rings next; one that rings at another time was overtaken. */
  private final AtomicLong ringsAt = new AtomicLong(NEVER);

  public Deadlines(Time time, Delays delays) {
    this.time = time;
    this.delays = delays;
    this.begun = time.nanos();
  }

  /** By the system's clock and timer: they hold for sockets, whatever a caller's clock says. */
  public static <T> Deadlines<T> system() {
    return new Deadlines<>(Time.system(), Delays.on(Runnable::run));
  }

  /** Holds the future to its limit, until it completes. */
  public void hold(CompletableFuture<T> future, Duration limit) {
    long due = now() + limit.toNanos();
    underWay.put(future, due);
    var unused = future.whenComplete((result, failure) -> underWay.remove(future));
    ringBy(due);
  }

  /** A view of what has not completed. */
  public Set<CompletableFuture<T>> underWay() {
    return underWay.keySet();
  }

  private long now() {
    return time.nanos() - begun;
  }

  private void ringBy(long due) {
    for (long planned = ringsAt.get(); due < planned; planned = ringsAt.get()) {
      if (ringsAt.compareAndSet(planned, due)) {
        delays.after(Duration.ofNanos(due - now()), () -> ring(due));
      }
    }
  }

  /** Whatever is held from now on sets the timer for itself, so the order of the steps matters. */
  private void ring(long due) {
    if (!ringsAt.compareAndSet(due, NEVER)) {
      return;
    }
    long now = now();
    long next = NEVER;
    for (Map.Entry<CompletableFuture<T>, Long> held : underWay.entrySet()) {
      if (held.getValue() <= now) {
        held.getKey().completeExceptionally(new TimeoutException());
      } else {
        next = Math.min(next, held.getValue());
      }
    }
    ringBy(next);
  }
}
