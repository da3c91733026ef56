package dev.partnerauth.cache.redis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was rejected here, until the tokens would be dead. Bounded: the oldest are dropped first.
 * Thread-safe.
 */
final class OwnRejections {

  static final int LIMIT = 10_000;

  private final Map<Rejection, Own> own = new LinkedHashMap<>();
  private final Set<Rejection> untold = new HashSet<>();
  private long added;
  private long listed;

  /**
   * @param untilNanos when the token dies, by the clock of the process
   * @param number the higher the later it was added
   */
  record Own(Rejection rejection, long untilNanos, long number) {}

  /** Answers whether one was dropped that nobody was ever told. */
  synchronized boolean add(Rejection rejection, long untilNanos, long nowNanos) {
    own.remove(rejection);
    own.put(rejection, new Own(rejection, untilNanos, ++added));
    untold.add(rejection);
    if (own.size() > LIMIT) {
      own.values().removeIf(one -> one.untilNanos() - nowNanos <= 0);
      untold.retainAll(own.keySet());
    }
    return own.size() > LIMIT && dropOldest();
  }

  private boolean dropOldest() {
    Rejection oldest = own.keySet().iterator().next();
    own.remove(oldest);
    return untold.remove(oldest);
  }

  synchronized void told(Rejection rejection) {
    untold.remove(rejection);
  }

  synchronized Optional<Own> find(Rejection rejection) {
    return Optional.ofNullable(own.get(rejection));
  }

  synchronized List<Own> all() {
    listed = added;
    return new ArrayList<>(own.values());
  }

  /** Those that were added since {@link #all}. */
  synchronized List<Own> rest() {
    return own.values().stream().filter(one -> one.number() > listed).toList();
  }
}
