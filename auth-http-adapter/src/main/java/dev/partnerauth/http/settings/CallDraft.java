package dev.partnerauth.http.settings;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What {@link CallSettings} are made of. */
@Introspected(accessKind = Introspected.AccessKind.FIELD)
final class CallDraft extends Draft<CallDraft> {

  private static final String AT_LEAST_ONE_TRY = "at least 1";
  private static final String AT_MOST_TEN_TRIES = "at most 10";
  private static final String PERCENT = "a percentage from 0 to 100";
  private static final String BYTES = "a number of bytes from 1024 to 16777216";

  @Min(value = 1, message = AT_LEAST_ONE_TRY)
  @Max(value = 10, message = AT_MOST_TEN_TRIES)
  int tries = 3;

  @Lasting(atLeast = "PT0.001S", atMost = "PT1M")
  Duration firstPause = Duration.ofMillis(100);

  @Lasting(atLeast = "PT0.001S", atMost = "PT10M")
  Duration longestPause = Duration.ofSeconds(2);

  @Min(value = 0, message = PERCENT)
  @Max(value = 100, message = PERCENT)
  int extraTraffic = 20;

  @Min(value = 1024, message = BYTES)
  @Max(value = 16_777_216, message = BYTES)
  int largestAnswer = 64 * 1024;
}
