package dev.partnerauth.refresh;

import java.time.Duration;

/**
 * When a token is renewed and when it is no longer served: a pure function of its lifetime, its age
 * and a jitter that is drawn once, when the token is stored, so that many nodes do not renew at the
 * same moment.
 *
 * @param earliestRenewal the part of the lifetime after which renewal begins at the earliest, above
 *     0
 * @param latestRenewal the part of the lifetime after which it begins at the latest, at least
 *     {@code earliestRenewal} and below 1
 * @param safetyMargin how long before its expiry a token is no longer served, at most
 * @param shortMargin the margin as a part of the lifetime, for tokens too short-lived for {@code
 *     safetyMargin}; 0 to below 1
 */
public record RefreshPolicy(
    double earliestRenewal, double latestRenewal, Duration safetyMargin, double shortMargin) {

  private static final RefreshPolicy STANDARD =
      new RefreshPolicy(0.75, 0.90, Duration.ofSeconds(30), 0.01);

  public RefreshPolicy {
    if (!(earliestRenewal > 0 && earliestRenewal <= latestRenewal && latestRenewal < 1)) {
      throw new IllegalArgumentException(
          "renewal must lie within the lifetime: 0 < earliest <= latest < 1, not "
              + earliestRenewal
              + ", "
              + latestRenewal);
    }
    if (safetyMargin.isNegative() || !(shortMargin >= 0 && shortMargin < 1)) {
      throw new IllegalArgumentException(
          "margins must lie within the lifetime, not " + safetyMargin + ", " + shortMargin);
    }
  }

  /**
   * Renewal at 75 to 90 % of the lifetime; a margin of 30 s, or 1 % of the lifetime where that is
   * less.
   */
  public static RefreshPolicy standard() {
    return STANDARD;
  }

  /**
   * @param jitter 0 (earliest) to below 1 (latest)
   */
  public Freshness freshness(Duration lifetime, Duration age, double jitter) {
    if (age.compareTo(servedFor(lifetime)) >= 0) {
      return Freshness.EXPIRED;
    }
    return age.compareTo(renewedAfter(lifetime, jitter)) >= 0 ? Freshness.RENEW : Freshness.FRESH;
  }

  /** The age from which a token is renewed in the background. */
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
}
