package dev.partnerauth.cache.oracle;

import dev.partnerauth.port.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lets a few requests go at first and more with every success, as TCP does: thousands of cold keys
 * must not learn one by one that the server is down. While nothing is heard of those under way, a
 * few more go every second, so that slow ones hold up nobody for long. Thread-safe; lets nothing go
 * by itself, but tells whoever asks what may go.
 */
final class SlowStart {

  static final int AT_FIRST = 16;
  static final int AT_MOST = 512;

  /** How long nothing is heard before a few more may go. */
  static final Duration SILENCE = Duration.ofSeconds(1);

  /** After so long without a request nothing is known of the server any more. */
  private static final Duration FORGETS_AFTER = Duration.ofSeconds(5);

  private final Time time;
  private final Deque<Departure> waiting = new ArrayDeque<>();
  private int window = AT_FIRST;
  private int underWay;
  private boolean watched;
  private long lastHeardNanos;

  SlowStart(Time time) {
    this.time = time;
    this.lastHeardNanos = time.nanos();
  }

  /** A request that waits for its turn. */
  @FunctionalInterface
  interface Departure {

    /** Sends it; or gives those that may go in its place, when it need not be sent after all. */
    List<Departure> go();
  }

  /** Whether it may go now; if not, it waits until it is given to somebody who lets it go. */
  synchronized boolean admits(Departure request) {
    if (underWay == 0 && time.nanos() - lastHeardNanos > FORGETS_AFTER.toNanos()) {
      window = AT_FIRST;
    }
    if (underWay < window) {
      underWay++;
      return true;
    }
    waiting.add(request);
    return false;
  }

  /** Whether the caller is to look after those that wait, by asking {@link #afterSilence}. */
  synchronized boolean needsWatching() {
    boolean needed = !watched && !waiting.isEmpty();
    watched |= needed;
    return needed;
  }

  /** A second after {@link #needsWatching}: those that may go since nothing was heard. */
  synchronized List<Departure> afterSilence() {
    watched = false;
    if (time.nanos() - lastHeardNanos >= SILENCE.toNanos()) {
      window = Math.min(window + AT_FIRST, AT_MOST);
    }
    return next();
  }

  /** A request was answered well. Gives those that may go now. */
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
    underWay--;
    return next();
  }

  private List<Departure> ended() {
    lastHeardNanos = time.nanos();
    underWay--;
    return next();
  }

  private List<Departure> next() {
    List<Departure> next = new ArrayList<>();
    while (underWay < window && !waiting.isEmpty()) {
      underWay++;
      next.add(waiting.remove());
    }
    return next;
  }
}
