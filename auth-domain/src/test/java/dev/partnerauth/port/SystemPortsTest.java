package dev.partnerauth.port;

import static dev.partnerauth.Samples.aBackendApp;
import static dev.partnerauth.Samples.aBackendAppWithItsNextSecret;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.anOutage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.token.TokenKey.ForAccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SystemPortsTest {

  @Test
  void theSystemsWallClockTellsTheTimeOfDay() {
    Instant before = Instant.now();

    Instant now = Time.system().now();

    assertThat(now).isBetween(before, Instant.now());
  }

  @Test
  void theSystemsOtherClockCountsWithTheJdks() {
    long before = System.nanoTime();

    long nanos = Time.system().nanos();

    assertThat(List.of(nanos - before >= 0, System.nanoTime() - nanos >= 0))
        .isEqualTo(List.of(true, true));
  }

  @Test
  void whatIsDelayedRunsOnTheGivenExecutorAndNotBefore() throws Exception {
    long before = System.nanoTime();
    CompletableFuture<Runnable> handedOn = new CompletableFuture<>();
    Executor executor = handedOn::complete;
    CompletableFuture<String> done = new CompletableFuture<>();

    Delays.on(executor).after(Duration.ofMillis(20), () -> done.complete("done"));
    handedOn.get(10, TimeUnit.SECONDS).run();

    assertThat(done).isCompletedWithValue("done");
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(20));
  }

  @Test
  void whatIsCancelledBeforeItBeginsNeverRunsThoughItsExecutorHasIt() throws Exception {
    CompletableFuture<Runnable> handedOn = new CompletableFuture<>();
    List<String> ran = new ArrayList<>();

    Delays.Pending pending =
        Delays.on(handedOn::complete).after(Duration.ZERO, () -> ran.add("cancelled"));
    Runnable begin = handedOn.get(10, TimeUnit.SECONDS);
    pending.cancel();
    begin.run();

    assertThat(ran).isEmpty();
  }

  @Test
  void whatIsCancelledBeforeItsTimeNeverRunsAndOthersDo() throws Exception {
    BlockingQueue<Runnable> handedOn = new LinkedBlockingQueue<>();
    List<String> ran = new ArrayList<>();
    CompletableFuture<Void> begun = new CompletableFuture<>();
    Delays delays = Delays.on(handedOn::add);

    delays.after(Duration.ofMillis(20), () -> ran.add("cancelled")).cancel();
    delays.after(
        Duration.ofMillis(40),
        () -> {
          ran.add("not cancelled");
          begun.complete(null);
        });
    while (!begun.isDone()) {
      Objects.requireNonNull(handedOn.poll(10, TimeUnit.SECONDS)).run();
    }

    assertThat(ran).containsExactly("not cancelled");
  }

  @Test
  void cancellingWhatHasRunDoesNothing() throws Exception {
    CompletableFuture<Runnable> handedOn = new CompletableFuture<>();
    List<String> ran = new ArrayList<>();

    Delays.Pending pending =
        Delays.on(handedOn::complete).after(Duration.ZERO, () -> ran.add("once"));
    Runnable begin = handedOn.get(10, TimeUnit.SECONDS);
    begin.run();
    pending.cancel();
    begin.run();

    assertThat(ran).containsExactly("once");
  }

  @Test
  void whatTheExecutorRejectsRunsAllTheSame() throws Exception {
    Executor closed =
        task -> {
          throw new RejectedExecutionException("closed");
        };
    CompletableFuture<String> done = new CompletableFuture<>();

    Delays.on(closed).after(Duration.ofMillis(1), () -> done.complete("done"));

    assertThat(done.get(10, TimeUnit.SECONDS)).isEqualTo("done");
  }

  @Test
  void whatATaskThrowsIsToldToItsThreadsHandler() throws Exception {
    CompletableFuture<String> told = new CompletableFuture<>();
    Executor executor =
        task -> {
          Thread thread = new Thread(task);
          thread.setUncaughtExceptionHandler((where, thrown) -> told.complete(thrown.getMessage()));
          thread.start();
        };

    Delays.on(executor)
        .after(
            Duration.ofMillis(1),
            () -> {
              throw new IllegalStateException("a bug");
            });

    assertThat(told.get(10, TimeUnit.SECONDS)).isEqualTo("a bug");
  }

  @Test
  void constantCredentialsAreTheSameEveryTime() {
    Credentials<?> credentials = Credentials.constant(aBackendApp());

    assertThat(Stream.of(credentials.current(), credentials.current()))
        .containsOnly(List.of(aBackendApp()));
  }

  @Test
  void constantCredentialsAreEqualForEqualApps() {
    assertThat(Credentials.constant(aBackendApp()))
        .isEqualTo(Credentials.constant(aBackendApp()))
        .isNotEqualTo(Credentials.constant(aBackendAppWithItsNextSecret()));
  }

  @Test
  void whenNobodyWatchesNothingHappens() {
    AuthEvent event =
        new AuthEvent.IssueFailed(
            new ForAccessToken(aClientId()).label(), anOutage(), Duration.ZERO);

    assertThatCode(() -> AuthEvents.none().on(event)).doesNotThrowAnyException();
  }
}
