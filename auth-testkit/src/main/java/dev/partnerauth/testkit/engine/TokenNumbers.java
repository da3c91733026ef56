package dev.partnerauth.testkit.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers of tokens, each with a moment. The oldest are forgotten. Thread-safe. */
final class TokenNumbers {

  private static final int MOST = 100_000;

  private final Map<Long, Instant> moments =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Instant> eldest) {
          return size() > MOST;
        }
      };

  synchronized void put(long number, Instant moment) {
    moments.put(number, moment);
  }

  /** False when the number was there already. */
  synchronized boolean putFirst(long number, Instant moment) {
    return moments.putIfAbsent(number, moment) == null;
  }

  /** Whether the number's moment has come. */
  synchronized boolean isDue(long number, Instant now) {
    Instant moment = moments.get(number);
    return moment != null && !now.isBefore(moment);
  }

  synchronized void clear() {
    moments.clear();
  }
}
