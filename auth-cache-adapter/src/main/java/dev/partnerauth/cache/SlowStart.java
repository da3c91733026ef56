package dev.partnerauth.cache;

import dev.partnerauth.port.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lets a few requests go at first and more with every success, as TCP does: thousands of cold keys
 * must not learn one by one that the server is down. Thread-safe; runs nothing while it holds its
 * lock.
 */
final class SlowStart {

  static final int AT_FIRST = 16;
  static final int AT_MOST = 512;

  /** After so long without a request nothing is known of the server any more. */
  private static final Duration FORGETS_AFTER = Duration.ofSeconds(5);

  private final Time time;
  private final Deque<Departure> waiting = new ArrayDeque<>();
  private int window = AT_FIRST;
  private int underWay;
  private long lastEndNanos;

  SlowStart(Time time) {
    this.time = time;
  }

  /** A request that waits for its turn. */
  @FunctionalInterface
  interface Departure {

    /** Sends it; or gives those that may go in its place, when it need not be sent after all. */
    List<Departure> go();
  }

  /** Whether it may go now; if not, the end of another will let it go. */
  synchronized boolean admits(Departure request) {
    if (underWay == 0 && time.nanos() - lastEndNanos > FORGETS_AFTER.toNanos()) {
      window = AT_FIRST;
    }
    if (underWay < window) {
      underWay++;
      return true;
    }
    waiting.add(request);
    return false;
  }

  /** A request was answered well. Gives those that may go now; the caller runs them. */
  synchronized List<Departure> succeeded() {
    window = Math.min(window + 1, AT_MOST);
    return ended();
  }

  /** A request failed. */
  synchronized List<Departure> failed() {
    window = AT_FIRST;
    return ended();
  }

  /** A request was not sent after all. */
  synchronized List<Departure> skipped() {
    return ended();
  }

  private List<Departure> ended() {
    lastEndNanos = time.nanos();
    underWay--;
    List<Departure> next = new ArrayList<>();
    while (underWay < window && !waiting.isEmpty()) {
      underWay++;
      next.add(waiting.remove());
    }
    return next;
  }
}
