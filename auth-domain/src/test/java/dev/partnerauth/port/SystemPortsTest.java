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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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

    Delays.on(executor).after(Duration.ofMillis(20)).execute(() -> done.complete("done"));
    handedOn.get(10, TimeUnit.SECONDS).run();

    assertThat(done).isCompletedWithValue("done");
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(20));
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
        new AuthEvent.IssueFailed(new ForAccessToken(aClientId()).label(), anOutage());

    assertThatCode(() -> AuthEvents.none().on(event)).doesNotThrowAnyException();
  }
}
