package dev.partnerauth;

import static dev.partnerauth.Samples.aBackendApp;
import static dev.partnerauth.Samples.anAccessToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WarmUpTest {

  private final Surroundings here = new Surroundings();
  private final List<Duration> delays = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void aWarmUpWaitsForARandomPartOfTwoSeconds(Door door) {
    long drawn = new Random(42).nextLong(2_000_000_000L);

    CompletableFuture<Either<AuthFailure, AccessToken>> warm = warmUp(door, 42);

    assertThat(delays).containsExactly(Duration.ofNanos(drawn));
    assertThat(warm).isNotDone();
    assertThat(here.api.calls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whenItHasWaitedItFetchesTheAccessToken(Door door) {
    CompletableFuture<Either<AuthFailure, AccessToken>> warm = warmUp(door, 42);

    later.forEach(Runnable::run);

    assertThat(warm).isCompletedWithValue(Either.right(anAccessToken("access-1")));
  }

  @Test
  void manyNodesAreSpreadOverTwoSeconds() {
    List<CompletableFuture<Either<AuthFailure, AccessToken>>> warm =
        IntStream.range(0, 1_000).mapToObj(seed -> warmUp(Door.BLOCKING, seed * 7_919L)).toList();

    assertThat(warm).hasSize(1_000);
    assertThat(delays)
        .allMatch(delay -> !delay.isNegative() && delay.compareTo(Duration.ofSeconds(2)) < 0)
        .anyMatch(delay -> delay.compareTo(Duration.ofMillis(100)) < 0)
        .anyMatch(delay -> delay.compareTo(Duration.ofMillis(1_900)) > 0);
  }

  private CompletableFuture<Either<AuthFailure, AccessToken>> warmUp(Door door, long seed) {
    AuthRuntime runtime =
        here.runtime
            .randomBy(new Random(seed))
            .delayedBy(
                (delay, task) -> {
                  delays.add(delay);
                  later.add(task);
                  return () -> later.remove(task);
                });
    return door.warmUp(PartnerAuth.of(here.api, aBackendApp(), here.cache, runtime))
        .toCompletableFuture();
  }
}
