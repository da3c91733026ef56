package dev.partnerauth.cache.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever happens to a cache, it keeps its promises. On one path only: it takes a while. */
@Tag("long")
class HistoriesKeepTheInvariantsTest {

  @Test
  void noHistoryBreaksAPromise() {
    assertThat(Histories.firstFailure(HistoriesKeepTheInvariantsTest::brokenPromises)).isEmpty();
  }

  private static Optional<String> brokenPromises(long seed) {
    History history = History.of(seed);
    Trace trace = World.trace(history);
    List<String> broken = Promises.broken(history, trace);
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "seed "
                + seed
                + " (replay with -Dhistories.seed="
                + seed
                + "): "
                + String.join("\n", broken)
                + "\n"
                + trace.told(history));
  }
}
