package dev.partnerauth.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.Delays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovableDelaysTest {

  private static final Instant START = Instant.parse("2026-01-31T09:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final MovableTime time = MovableTime.stoppedAt(START);
  private final MovableDelays delays = MovableDelays.on(time);
  private final List<Instant> ran = new ArrayList<>();

  @Test
  void eachTaskRunsAtItsOwnMomentInOrder() {
    runAfter(SECOND.multipliedBy(3));
    runAfter(SECOND);
    runAfter(SECOND.multipliedBy(9));

    time.advance(SECOND.multipliedBy(5));

    assertThat(ran).containsExactly(START.plusSeconds(1), START.plusSeconds(3));
  }

  @Test
  void aTaskMaySetAnotherThatFallsDueOnTheSameWay() {
    var unused = delays.after(SECOND, () -> runAfter(SECOND));

    time.advance(SECOND.multipliedBy(5));

    assertThat(ran).containsExactly(START.plusSeconds(2));
  }

  @Test
  void aCancelledTaskDoesNotRun() {
    Delays.Pending pending = runAfter(SECOND);

    pending.cancel();
    time.advance(SECOND);

    assertThat(ran).isEmpty();
  }

  @Test
  void aJumpOfTheWallClockMovesNoTimer() {
    runAfter(SECOND);

    time.jump(Duration.ofDays(1));
    List<Instant> afterTheJump = List.copyOf(ran);
    time.advance(SECOND);

    assertThat(List.of(afterTheJump, ran))
        .containsExactly(List.of(), List.of(START.plus(Duration.ofDays(1)).plusSeconds(1)));
  }

  private Delays.Pending runAfter(Duration delay) {
    return delays.after(delay, () -> ran.add(time.now()));
  }
}
