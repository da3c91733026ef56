package dev.partnerauth.http.settings;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How often a call is tried, how long it pauses between tries, and how much it reads. The limit of
 * time comes with each call: {@code PartnerAuth.within}. Valid at birth.
 *
 * @param tries how many requests a call sends at most, the first included; 1 to 10. A renewal in
 *     the background sends one, whatever this says
 * @param firstPause the longest pause before the second try; it doubles before each further one,
 *     and the pause taken is a random part of it; 1 ms to 1 min
 * @param longestPause where the doubling ends; 1 ms to 10 min
 * @param extraTraffic how many requests beyond the first ones all calls together may send, in
 *     percent of the calls; 0 to 100
 * @param largestAnswer the greatest number of bytes that an answer may have, counted before and
 *     after it is decompressed; 1 KiB to 16 MiB
 */
@Introspected
public record CallSettings(
    @Min(value = 1, message = AT_LEAST_ONE_TRY) @Max(value = 10, message = AT_MOST_TEN_TRIES)
        int tries,
    @Lasting(atLeast = "PT0.001S", atMost = "PT1M") Duration firstPause,
    @Lasting(atLeast = "PT0.001S", atMost = "PT10M") Duration longestPause,
    @Min(value = 0, message = PERCENT) @Max(value = 100, message = PERCENT) int extraTraffic,
    @Min(value = 1024, message = BYTES) @Max(value = 16_777_216, message = BYTES)
        int largestAnswer) {

  private static final String AT_LEAST_ONE_TRY = "at least 1";
  private static final String AT_MOST_TEN_TRIES = "at most 10";
  private static final String PERCENT = "a percentage from 0 to 100";
  private static final String BYTES = "a number of bytes from 1024 to 16777216";

  /**
   * Checks every component.
   *
   * @throws InvalidSettingsException naming all that do not hold
   */
  public CallSettings {
    SettingsCheck.require(
        CallSettings.class, tries, firstPause, longestPause, extraTraffic, largestAnswer);
  }

  /** 3 tries, pauses within 100 ms doubling to 2 s, 20 % more traffic, 64 KiB. */
  public static CallSettings standard() {
    return new CallSettings(3, Duration.ofMillis(100), Duration.ofSeconds(2), 20, 64 * 1024);
  }

  public CallSettings tries(int most) {
    return new CallSettings(most, firstPause, longestPause, extraTraffic, largestAnswer);
  }

  public CallSettings pausing(Duration first, Duration longest) {
    return new CallSettings(tries, first, longest, extraTraffic, largestAnswer);
  }

  public CallSettings extraTraffic(int percent) {
    return new CallSettings(tries, firstPause, longestPause, percent, largestAnswer);
  }

  public CallSettings largestAnswer(int bytes) {
    return new CallSettings(tries, firstPause, longestPause, extraTraffic, bytes);
  }
}
