package dev.partnerauth.cache.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.cache.histories.Step.Moment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody can tell the core in use from the one before it. On one path only: it takes a while. */
@Tag("long")
class HistoriesAreTheSameTest {

  /**
   * Those at which both cores have done the same. Whether a token is shared, or an event announced,
   * before or after callers get their answers is nothing that anybody was promised.
   */
  private static final List<Moment> MOMENTS =
      List.of(Moment.REQUESTED, Moment.LEASED, Moment.STORED);

  @Test
  void bothCoresShowTheSameHistories() {
    assertThat(Histories.firstFailure(HistoriesAreTheSameTest::difference)).isEmpty();
  }

  private static Optional<String> difference(long seed) {
    History history = History.of(seed, MOMENTS, true);
    return Difference.between(
        history, World.trace(history, OracleSubject::new), World.trace(history, MainSubject::new));
  }
}
