package dev.partnerauth.cache.redis;

import dev.partnerauth.port.Delays;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself, with a limit that no machine is too slow for. */
final class Eventually {

  static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Duration INTERVAL = Duration.ofMillis(5);
  private static final Delays DELAYS = Delays.on(ForkJoinPool.commonPool());

  private Eventually() {}

  static void eventually(BooleanSupplier condition) {
    CompletableFuture<Void> met = new CompletableFuture<>();
    look(condition, met);
    await(met);
  }

  private static void look(BooleanSupplier condition, CompletableFuture<Void> met) {
    try {
      if (met.isDone() || condition.getAsBoolean()) {
        met.complete(null);
      } else {
        DELAYS.after(INTERVAL, () -> look(condition, met));
      }
    } catch (RuntimeException e) {
      met.completeExceptionally(e);
    }
  }

  static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      stage.toCompletableFuture().cancel(false);
      throw new AssertionError("it failed, or took longer than " + LIMIT, e);
    }
  }
}
