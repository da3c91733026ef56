package dev.partnerauth.http.settings;

import static dev.partnerauth.http.settings.Setting.duration;
import static dev.partnerauth.http.settings.Setting.number;

import java.time.Duration;
import java.util.List;

/**
 * How often a call is tried, how long it pauses between tries, and how much it reads. The limit of
 * time comes with each call: {@code PartnerAuth.within}. Immutable and valid at birth: each method
 * that changes a component throws {@link InvalidSettingsException} when it does not hold.
 *
 * @since 0.1.0
 */
public final class CallSettings {

  private static final Setting<Integer> TRIES = number("tries", 3, 1, 10);

  private static final Setting<Duration> FIRST_PAUSE =
      duration("first-pause", "PT0.1S", new DurationRange("PT0.001S", "PT1M"));

  private static final Setting<Duration> LONGEST_PAUSE =
      duration("longest-pause", "PT2S", new DurationRange("PT0.001S", "PT10M"));

  private static final Setting<Integer> EXTRA_TRAFFIC =
      number("extra-traffic", 20, 0, 100, "a percentage");

  private static final Setting<Integer> LARGEST_ANSWER =
      number("largest-answer", 64 * 1024, 1024, 16_777_216, "a number of bytes");

  /** In the order in which they are printed. */
  static final List<Setting<?>> ALL =
      List.of(TRIES, FIRST_PAUSE, LONGEST_PAUSE, EXTRA_TRAFFIC, LARGEST_ANSWER);

  private final SettingValues values;

  CallSettings(SettingValues values) {
    this.values = values;
  }

  /** 3 tries, pauses within 100 ms doubling to 2 s, 20 % more traffic, 64 KiB. */
  public static CallSettings standard() {
    return new CallSettings(SettingValues.standard(ALL));
  }

  private <T> CallSettings with(Setting<T> setting, T value) {
    return new CallSettings(values.with(setting, value));
  }

  public int tries() {
    return values.get(TRIES);
  }

  /**
   * How many requests a call sends at most, the first included; 1 to 10. A renewal in the
   * background sends one, whatever this says.
   */
  public CallSettings tries(int most) {
    return with(TRIES, most);
  }

  public Duration firstPause() {
    return values.get(FIRST_PAUSE);
  }

  /**
   * The longest pause before the second try; it doubles before each further one, and the pause
   * taken is a random part of it; 1 ms to 1 min.
   */
  public CallSettings firstPause(Duration longest) {
    return with(FIRST_PAUSE, longest);
  }

  public Duration longestPause() {
    return values.get(LONGEST_PAUSE);
  }

  /** Where the doubling ends; 1 ms to 10 min. */
  public CallSettings longestPause(Duration limit) {
    return with(LONGEST_PAUSE, limit);
  }

  public int extraTraffic() {
    return values.get(EXTRA_TRAFFIC);
  }

  /**
   * How many requests beyond the first ones all calls together may send, in percent of the calls; 0
   * to 100.
   */
  public CallSettings extraTraffic(int percent) {
    return with(EXTRA_TRAFFIC, percent);
  }

  public int largestAnswer() {
    return values.get(LARGEST_ANSWER);
  }

  /**
   * The greatest number of bytes that an answer may have, counted before and after it is
   * decompressed; 1 KiB to 16 MiB.
   */
  public CallSettings largestAnswer(int bytes) {
    return with(LARGEST_ANSWER, bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallSettings settings && values.equals(settings.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "CallSettings" + values;
  }
}
