package dev.partnerauth.cache;

import dev.partnerauth.port.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Limits how many requests are under way: a few at first and more with every success, as TCP's slow
 * start does, so that thousands of cold keys do not learn one by one that the server is down. While
 * no request ends, a few more may go every second, so that slow ones hold up the others for a short
 * time only. Thread-safe; it sends nothing itself, but returns what may go.
 *
 * @param <R> a request that waits for a slot
 */
final class ConcurrencyLimiter<R> {

  static final int INITIAL_LIMIT = 16;
  static final int MAXIMUM_LIMIT = 512;

  /** How long no request ends before a few more may go. */
  static final Duration SILENCE = Duration.ofSeconds(1);

  /** After this time without a request, nothing is known of the server any more. */
  private static final Duration FORGETS_AFTER = Duration.ofSeconds(5);

  private final Time time;
  private final Deque<R> waiting = new ArrayDeque<>();
  private int limit = INITIAL_LIMIT;
  private int underWay;
  private boolean watched;
  private long lastEndNanos;

  ConcurrencyLimiter(Time time) {
    this.time = time;
    this.lastEndNanos = time.nanos();
  }

  /** Whether the request has a slot now; if not, it waits until one of the methods returns it. */
  synchronized boolean acquire(R request) {
    if (underWay == 0 && time.nanos() - lastEndNanos > FORGETS_AFTER.toNanos()) {
      limit = INITIAL_LIMIT;
    }
    if (underWay < limit) {
      underWay++;
      return true;
    }
    waiting.add(request);
    return false;
  }

  /** Whether the caller is to call {@link #afterSilence} once {@link #SILENCE} has passed. */
  synchronized boolean needsWatching() {
    boolean needed = !watched && !waiting.isEmpty();
    watched |= needed;
    return needed;
  }

  /** Returns those that have a slot now, since no request has ended for a while. */
  synchronized List<R> afterSilence() {
    watched = false;
    if (time.nanos() - lastEndNanos >= SILENCE.toNanos()) {
      limit = Math.min(limit + INITIAL_LIMIT, MAXIMUM_LIMIT);
    }
    return next();
  }

  /** The server has answered. Returns those that have a slot now. */
  synchronized List<R> succeeded() {
    limit = Math.min(limit + 1, MAXIMUM_LIMIT);
    return ended();
  }

  /** The server failed. Returns those that have a slot now. */
  synchronized List<R> failed() {
    limit = INITIAL_LIMIT;
    return ended();
  }

  /** The request was not sent. Returns those that have a slot now. */
  synchronized List<R> skipped() {
    underWay--;
    return next();
  }

  private List<R> ended() {
    lastEndNanos = time.nanos();
    underWay--;
    return next();
  }

  private List<R> next() {
    List<R> next = new ArrayList<>();
    while (underWay < limit && !waiting.isEmpty()) {
      underWay++;
      next.add(waiting.remove());
    }
    return next;
  }
}
