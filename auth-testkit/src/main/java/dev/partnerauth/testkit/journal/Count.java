package dev.partnerauth.testkit.journal;

/**
 * How often something is expected.
 *
 * @param least 0 or more
 * @param most no less than the least
 * @since 0.1.0
 */
public record Count(long least, long most) {

  /**
   * @throws IllegalArgumentException unless {@code 0 <= least <= most}
   */
  public Count {
    if (least < 0 || most < least) {
      throw new IllegalArgumentException(
          "from " + least + " to " + most + " is no count. Use 0 or more, the smaller one first.");
    }
  }

  public static Count never() {
    return times(0);
  }

  public static Count once() {
    return times(1);
  }

  public static Count times(long exactly) {
    return new Count(exactly, exactly);
  }

  public static Count atLeast(long least) {
    return new Count(least, Long.MAX_VALUE);
  }

  public static Count atMost(long most) {
    return new Count(0, most);
  }

  boolean allows(long seen) {
    return seen >= least && seen <= most;
  }

  @Override
  public String toString() {
    if (least == most) {
      return told(least);
    }
    if (most == Long.MAX_VALUE) {
      return "at least " + told(least);
    }
    return least == 0 ? "at most " + told(most) : told(least) + " to " + told(most);
  }

  static String told(long times) {
    if (times == 0) {
      return "never";
    }
    return times == 1 ? "once" : times + " times";
  }
}
