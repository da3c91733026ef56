package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2025-07-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1,1",
    "120,120",
    "007,7",
    "' 5 ',5",
    "86399,86399",
    "86400,86400",
    "86401,86400",
    "999999999,86400"
  })
  void mayBeSeconds(String value, long seconds) {
    var wait = RetryAfter.parse(value, NOW);

    assertThat(wait).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tue, 01 Jul 2025 12:01:00 GMT",
        "Tue, 1 Jul 2025 12:01:00 GMT",
        "tue, 01 jul 2025 12:01:00 gmt"
      })
  void mayBeADate(String value) {
    var wait = RetryAfter.parse(value, NOW);

    assertThat(wait).contains(Duration.ofMinutes(1));
  }

  @Test
  void isNothingToWaitForWhenTheDateIsPast() {
    var wait = RetryAfter.parse("Wed, 21 Oct 2015 07:28:00 GMT", NOW);

    assertThat(wait).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1",
        "1.5",
        "1e3",
        "9999999999",
        "99999999999999999999",
        "soon",
        "PT5S",
        "٣",
        "2025-07-01T12:01:00Z",
        "Mon, 01 Jul 2025 12:01:00 GMT",
        "Tue, 31 Jun 2025 12:01:00 GMT",
        "Tue, 01 Jul 2025",
        "30, 60",
        "\u0000"
      })
  void isUnknownWhenItIsNeither(String value) {
    var wait = RetryAfter.parse(value, NOW);

    assertThat(wait).isEmpty();
  }
}
