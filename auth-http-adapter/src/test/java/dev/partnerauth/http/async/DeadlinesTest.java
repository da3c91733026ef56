package dev.partnerauth.http.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

  private static final Duration SHORT = Duration.ofMillis(10);
  private static final Duration LONG = Duration.ofHours(1);

  private final Deadlines<String> deadlines = Deadlines.system();

  @Test
  void whatTakesTooLongEndsInATimeout() {
    assertThat(end(held(SHORT))).isEqualTo("timed out");
  }

  @Test
  void aShortLimitDoesNotWaitForALongOneThatWasSetBefore() {
    CompletableFuture<String> patient = held(LONG);

    String end = end(held(SHORT));

    assertThat(List.of(end, patient.isDone())).containsExactly("timed out", false);
  }

  @Test
  void aLaterDeadlineIsKeptAfterAnEarlierOne() {
    CompletableFuture<String> later = held(SHORT.multipliedBy(3));
    CompletableFuture<String> earlier = held(SHORT);

    assertThat(List.of(end(earlier), end(later))).containsExactly("timed out", "timed out");
  }

  @Test
  void aDeadlineIsKeptAfterOneThatWasMet() {
    held(SHORT).complete("in time");

    assertThat(end(held(SHORT.multipliedBy(2)))).isEqualTo("timed out");
  }

  @Test
  void whatWasInTimeKeepsItsResultAndIsForgotten() {
    CompletableFuture<String> prompt = held(LONG);

    prompt.complete("in time");

    assertThat(List.of(end(prompt), deadlines.underWay().size())).containsExactly("in time", 0);
  }

  private CompletableFuture<String> held(Duration limit) {
    CompletableFuture<String> future = new CompletableFuture<>();
    deadlines.hold(future, limit);
    return future;
  }

  private static String end(CompletableFuture<String> future) {
    return future
        .copy()
        .orTimeout(30, TimeUnit.SECONDS)
        .exceptionally(
            failure ->
                future.isDone() && failure.getCause() instanceof TimeoutException
                    ? "timed out"
                    : "not ended")
        .join();
  }
}
