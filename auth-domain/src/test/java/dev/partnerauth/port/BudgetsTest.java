package dev.partnerauth.port;

import static dev.partnerauth.port.Budget.Tries.ONE;
import static dev.partnerauth.port.Budget.Tries.SEVERAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetsTest {

  private static final Duration TIME = Duration.ofSeconds(15);
  private static final Duration LESS = Duration.ofSeconds(3);

  @Test
  void aBudgetAllowsSeveralTriesUnlessItIsForOne() {
    assertThat(List.of(Budget.of(TIME), Budget.of(TIME).once()))
        .isEqualTo(List.of(Budget.of(TIME, SEVERAL), Budget.of(TIME, ONE)));
  }

  @Test
  void anotherTimeKeepsTheTries() {
    assertThat(List.of(Budget.of(TIME).within(LESS), Budget.of(TIME).once().within(LESS)))
        .isEqualTo(List.of(Budget.of(LESS, SEVERAL), Budget.of(LESS, ONE)));
  }
}
