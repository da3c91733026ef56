package dev.partnerauth.testkit.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long an answer takes. Immutable.
 *
 * @since 0.1.0
 */
public sealed interface Latency {

  /** One draw. */
  Duration draw(RandomGenerator random);

  /** Always the same. */
  static Latency fixed(Duration duration) {
    return new Fixed(duration);
  }

  /** Anything between the two, all alike. */
  static Latency between(Duration least, Duration most) {
    return new Uniform(least, most);
  }

  /**
   * As servers take: half of the answers come within the median, one in a hundred takes longer than
   * {@code p99}.
   */
  static Latency logNormal(Duration median, Duration p99) {
    return new LogNormal(median, p99);
  }

  /** See {@link #fixed}. */
  record Fixed(Duration duration) implements Latency {

    /**
     * @throws IllegalArgumentException for a negative duration
     */
    public Fixed {
      requireOrder("duration", Duration.ZERO, duration);
    }

    @Override
    public Duration draw(RandomGenerator random) {
      return duration;
    }

    @Override
    public String toString() {
      return duration.toString();
    }
  }

  /** See {@link #between}. */
  record Uniform(Duration least, Duration most) implements Latency {

    /**
     * @throws IllegalArgumentException when the least is negative, or more than the most
     */
    public Uniform {
      requireOrder("least", Duration.ZERO, least);
      requireOrder("most", least, most);
    }

    @Override
    public Duration draw(RandomGenerator random) {
      return least.plusNanos(random.nextLong(most.minus(least).toNanos() + 1));
    }

    @Override
    public String toString() {
      return least + " to " + most;
    }
  }

  /** See {@link #logNormal}. */
  record LogNormal(Duration median, Duration p99) implements Latency {

    /** The standard normal distribution's 99th percentile. */
    private static final double Z99 = 2.326_347_874;

    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * @throws IllegalArgumentException unless {@code 0 < median <= p99}
     */
    public LogNormal {
      requireOrder("median", Duration.ofNanos(1), median);
      requireOrder("p99", median, p99);
    }

    @Override
    public Duration draw(RandomGenerator random) {
      double sigma = Math.log((double) p99.toNanos() / median.toNanos()) / Z99;
      double nanos = median.toNanos() * Math.exp(sigma * random.nextGaussian());
      return nanos < LONGEST.toNanos() ? Duration.ofNanos((long) nanos) : LONGEST;
    }

    @Override
    public String toString() {
      return "log-normal, median " + median + ", p99 " + p99;
    }
  }

  private static void requireOrder(String name, Duration least, Duration given) {
    if (given.compareTo(least) < 0) {
      throw new IllegalArgumentException(name + " is " + given + ". Use " + least + " or more.");
    }
  }
}
