package dev.partnerauth.cache.histories;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Draws that follow from what they are drawn for, so that their order does not matter. */
final class Draws {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The same draws for the same numbers. */
  static Draws of(long seed, long... purpose) {
    long mixed = seed;
    for (long part : purpose) {
      mixed = mixed(mixed + GOLDEN + part);
    }
    return new Draws(mixed);
  }

  /** The finalizer of SplitMix64: every bit of the number decides about every bit of the result. */
  static long mixed(long number) {
    long once = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean happens(int percent) {
    return below(100) < percent;
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  Duration between(Duration least, Duration most) {
    return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
  }
}
