package dev.partnerauth.refresh;

import java.time.Duration;
import java.util.Objects;

/**
 * When a token is renewed and when it is no longer served: a pure function of its lifetime, its age
 * and a jitter that is drawn once, when the token is stored, so that many nodes do not renew at the
 * same moment. Immutable and valid at birth.
 *
 * @since 0.1.0
 */
public final class RefreshPolicy {

  private static final RefreshPolicy STANDARD =
      new RefreshPolicy(0.75, 0.90, Duration.ofSeconds(30), 0.01);

  private final double earliestRenewal;
  private final double latestRenewal;
  private final Duration safetyMargin;
  private final double shortMargin;

  private RefreshPolicy(
      double earliestRenewal, double latestRenewal, Duration safetyMargin, double shortMargin) {
    if (!(earliestRenewal > 0 && earliestRenewal <= latestRenewal && latestRenewal < 1)) {
      throw new IllegalArgumentException(
          "renewal must lie within the lifetime: 0 < earliest <= latest < 1, not %s, %s"
              .formatted(earliestRenewal, latestRenewal));
    }
    if (safetyMargin.isNegative()) {
      throw new IllegalArgumentException("safetyMargin must not be negative: " + safetyMargin);
    }
    if (!(shortMargin >= 0 && shortMargin < 1)) {
      throw new IllegalArgumentException("shortMargin must be 0 to below 1, not " + shortMargin);
    }
    this.earliestRenewal = earliestRenewal;
    this.latestRenewal = latestRenewal;
    this.safetyMargin = safetyMargin;
    this.shortMargin = shortMargin;
  }

  /**
   * Renewal at 75 to 90 % of the lifetime; a margin of 30 s, or 1 % of the lifetime where that is
   * less.
   */
  public static RefreshPolicy standard() {
    return STANDARD;
  }

  public double earliestRenewal() {
    return earliestRenewal;
  }

  public double latestRenewal() {
    return latestRenewal;
  }

  /**
   * With renewal between these parts of the lifetime.
   *
   * @param earliest above 0
   * @param latest at least {@code earliest} and below 1
   * @throws IllegalArgumentException when they are not
   */
  public RefreshPolicy renewalBetween(double earliest, double latest) {
    return new RefreshPolicy(earliest, latest, safetyMargin, shortMargin);
  }

  public Duration safetyMargin() {
    return safetyMargin;
  }

  /**
   * How long before its expiry a token is no longer served, at most; not negative.
   *
   * @throws IllegalArgumentException when it is
   */
  public RefreshPolicy safetyMargin(Duration most) {
    return new RefreshPolicy(earliestRenewal, latestRenewal, most, shortMargin);
  }

  public double shortMargin() {
    return shortMargin;
  }

  /**
   * The margin as a part of the lifetime, for tokens too short-lived for {@link #safetyMargin}; 0
   * to below 1.
   *
   * @throws IllegalArgumentException when it is another
   */
  public RefreshPolicy shortMargin(double part) {
    return new RefreshPolicy(earliestRenewal, latestRenewal, safetyMargin, part);
  }

  /**
   * The age from which a token is renewed in the background.
   *
   * @param jitter 0 (earliest) to below 1 (latest)
   */
  public Duration renewedAfter(Duration lifetime, double jitter) {
    if (!(jitter >= 0 && jitter < 1)) {
      throw new IllegalArgumentException("jitter must be 0 to below 1, not " + jitter);
    }
    return part(lifetime, earliestRenewal + jitter * (latestRenewal - earliestRenewal));
  }

  /** The age up to which a token is served: its lifetime less the margin. */
  public Duration servedFor(Duration lifetime) {
    Duration margin = part(lifetime, shortMargin);
    return lifetime.minus(margin.compareTo(safetyMargin) < 0 ? margin : safetyMargin);
  }

  /** In milliseconds: a double holds those of 9999 years exactly, and no token needs finer ones. */
  private static Duration part(Duration whole, double part) {
    return Duration.ofMillis((long) (whole.toMillis() * part));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RefreshPolicy policy
        && Double.compare(earliestRenewal, policy.earliestRenewal) == 0
        && Double.compare(latestRenewal, policy.latestRenewal) == 0
        && safetyMargin.equals(policy.safetyMargin)
        && Double.compare(shortMargin, policy.shortMargin) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(earliestRenewal, latestRenewal, safetyMargin, shortMargin);
  }

  @Override
  public String toString() {
    return "RefreshPolicy[earliestRenewal=%s, latestRenewal=%s, safetyMargin=%s, shortMargin=%s]"
        .formatted(earliestRenewal, latestRenewal, safetyMargin, shortMargin);
  }
}
