package dev.partnerauth.cache.histories;

import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * How many histories a test goes through, and which: {@code -Dhistories=100000} for so many, {@code
 * -Dhistories.seed=42} for one.
 */
final class Histories {

  private static final long AT_FIRST = 2_000;

  private Histories() {}

  static LongStream seeds() {
    Long one = Long.getLong("histories.seed");
    return one == null
        ? LongStream.range(0, Long.getLong("histories", AT_FIRST))
        : LongStream.of(one);
  }

  /** What the first history that fails has to say. */
  static Optional<String> firstFailure(LongFunction<Optional<String>> history) {
    return seeds().parallel().mapToObj(history).flatMap(Optional::stream).findFirst();
  }
}
