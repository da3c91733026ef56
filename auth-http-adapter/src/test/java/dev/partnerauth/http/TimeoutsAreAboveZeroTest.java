package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeoutsAreAboveZeroTest {

  @ParameterizedTest
  @CsvSource({"PT0S,PT1S", "PT1S,PT0S", "PT-1S,PT1S", "PT1S,PT-0.001S"})
  void zeroAndLessAreRefused(Duration connect, Duration response) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpTimeouts(connect, response))
        .withMessage("timeouts must be above zero, not " + connect + ", " + response);
  }

  @Test
  void aNanosecondIsEnough() {
    var timeouts = new HttpTimeouts(Duration.ofNanos(1), Duration.ofNanos(1));

    assertThat(timeouts.connect()).isEqualTo(Duration.ofNanos(1));
  }

  @Test
  void theStandardIsTwoSecondsToConnectAndTenForTheAnswer() {
    var timeouts = HttpTimeouts.standard();

    assertThat(timeouts).isEqualTo(new HttpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10)));
  }
}
