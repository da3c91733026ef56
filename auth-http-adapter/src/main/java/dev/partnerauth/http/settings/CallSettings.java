package dev.partnerauth.http.settings;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How often a call is tried, how long it pauses between tries, and how much it reads. The limit of
 * time comes with each call: {@code PartnerAuth.within}. Immutable and valid at birth: each method
 * that changes a component throws {@link InvalidSettingsException} when it does not hold.
 *
 * @since 0.1.0
 */
public final class CallSettings {

  private final CallDraft draft;

  CallSettings(CallDraft draft) {
    this.draft = draft.checked();
  }

  /** 3 tries, pauses within 100 ms doubling to 2 s, 20 % more traffic, 64 KiB. */
  public static CallSettings standard() {
    return new CallSettings(new CallDraft());
  }

  private CallSettings with(Consumer<CallDraft> change) {
    return new CallSettings(draft.with(change));
  }

  public int tries() {
    return draft.tries;
  }

  /**
   * How many requests a call sends at most, the first included; 1 to 10. A renewal in the
   * background sends one, whatever this says.
   */
  public CallSettings tries(int most) {
    return with(next -> next.tries = most);
  }

  public Duration firstPause() {
    return draft.firstPause;
  }

  /**
   * The longest pause before the second try; it doubles before each further one, and the pause
   * taken is a random part of it; 1 ms to 1 min.
   */
  public CallSettings firstPause(Duration longest) {
    return with(next -> next.firstPause = longest);
  }

  public Duration longestPause() {
    return draft.longestPause;
  }

  /** Where the doubling ends; 1 ms to 10 min. */
  public CallSettings longestPause(Duration limit) {
    return with(next -> next.longestPause = limit);
  }

  public int extraTraffic() {
    return draft.extraTraffic;
  }

  /**
   * How many requests beyond the first ones all calls together may send, in percent of the calls; 0
   * to 100.
   */
  public CallSettings extraTraffic(int percent) {
    return with(next -> next.extraTraffic = percent);
  }

  public int largestAnswer() {
    return draft.largestAnswer;
  }

  /**
   * The greatest number of bytes that an answer may have, counted before and after it is
   * decompressed; 1 KiB to 16 MiB.
   */
  public CallSettings largestAnswer(int bytes) {
    return with(next -> next.largestAnswer = bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallSettings settings && draft.equals(settings.draft);
  }

  @Override
  public int hashCode() {
    return draft.hashCode();
  }

  @Override
  public String toString() {
    return "CallSettings" + draft;
  }
}
