package dev.partnerauth.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CommandDeadlineTest {

  private long nanos;
  private final List<Duration> limits = new ArrayList<>();
  private final AuthRuntime runtime =
      AuthRuntime.system()
          .at(
              new Time() {
                @Override
                public Instant now() {
                  return Samples.NOW;
                }

                @Override
                public long nanos() {
                  return nanos;
                }
              })
          .delayedBy(
              (delay, task) -> {
                limits.add(delay);
                if (delay.isZero()) {
                  task.run();
                }
                return () -> {};
              });
  private final CommandDeadline deadline = new CommandDeadline(runtime, Duration.ofMillis(250));

  private boolean answersAfter(Duration time) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<String> bounded = deadline.within(answer).toCompletableFuture();
    nanos += time.toNanos();
    answer.complete("answer");
    return !bounded.isCompletedExceptionally();
  }

  @Test
  void theCommandsOfAnAcquisitionTakeOneTimeoutInAll() {
    answersAfter(Duration.ofMillis(100));
    answersAfter(Duration.ofMillis(150));

    assertThat(answersAfter(Duration.ofMillis(1))).isFalse();
    assertThat(limits)
        .isEqualTo(List.of(Duration.ofMillis(250), Duration.ofMillis(150), Duration.ZERO));
  }

  @Test
  void whileAnotherNodeIsWaitedForCommandsCostNothing() {
    deadline.waitUntil(Duration.ofSeconds(5).toNanos());
    for (int looks = 0; looks < 40; looks++) {
      assertThat(answersAfter(Duration.ofMillis(100))).isTrue();
    }
    deadline.stopWaiting();
    limits.clear();

    assertThat(answersAfter(Duration.ofMillis(100))).isTrue();
    assertThat(limits).isEqualTo(List.of(Duration.ofMillis(250)));
  }

  @Test
  void whatALookTakesAfterTheWaitingCounts() {
    deadline.waitUntil(Duration.ofMillis(50).toNanos());
    answersAfter(Duration.ofMillis(150));
    limits.clear();

    answersAfter(Duration.ofMillis(1));
    assertThat(limits).isEqualTo(List.of(Duration.ofMillis(150)));
  }
}
