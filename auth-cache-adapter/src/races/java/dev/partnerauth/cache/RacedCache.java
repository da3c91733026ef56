package dev.partnerauth.cache;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Delays;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A cache that runs on the threads of its callers alone, with a server that answers when a race
 * lets it. Time stands still.
 */
final class RacedCache {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));

  final Simulation clocks = new Simulation(1);
  final RiggedLoader loader = new RiggedLoader(new SimulatedLoader(clocks));
  final ForScopedAccessToken key = SimulatedLoader.key("service");
  final ScopedAccessToken token =
      ScopedAccessToken.of(
              "scoped",
              TokenTimes.lasting(Duration.ofHours(10), clocks.now()),
              List.of(),
              Optional.empty())
          .get();
  final AtomicInteger requests = new AtomicInteger();
  private final CompletableFuture<Either<AuthFailure, ScopedAccessToken>> answer =
      new CompletableFuture<>();
  private volatile Runnable limit = () -> {};
  private final CachedTokens<ForScopedAccessToken, ScopedAccessToken> tokens;

  RacedCache() {
    loader.loading =
        (asked, budget) -> requests.incrementAndGet() == 1 ? answer : new CompletableFuture<>();
    tokens =
        (CachedTokens<ForScopedAccessToken, ScopedAccessToken>)
            CaffeineTokenCache.standard().tokens(loader, runtime());
  }

  AuthRuntime runtime() {
    return AuthRuntime.system()
        .at(clocks)
        .delayedBy(this::later)
        .runningOn(Runnable::run)
        .randomBy(() -> 0);
  }

  private Delays.Pending later(Duration delay, Runnable task) {
    if (delay.equals(CacheSettings.standard().flightLimit())) {
      limit = task;
    }
    return () -> {};
  }

  CompletableFuture<Either<AuthFailure, ScopedAccessToken>> read() {
    return tokens.getAsync(key, Duration.ZERO, BUDGET).toCompletableFuture();
  }

  void serverAnswers() {
    answer.complete(Either.right(token));
  }

  void limitIsReached() {
    limit.run();
  }

  void reject() {
    tokens.reject(key, token);
  }

  boolean stands() {
    return tokens.standing(key).token().isPresent();
  }

  /** 0 for no answer, 1 for the token, 2 for a failure. */
  static int told(CompletableFuture<Either<AuthFailure, ScopedAccessToken>> read) {
    Either<AuthFailure, ScopedAccessToken> answered = read.getNow(null);
    return answered == null ? 0 : answered.isRight() ? 1 : 2;
  }

  int keysAtWork() {
    return ((Map<?, ?>) inside(inside(tokens, "driver"), "cells")).size();
  }

  int slotsTaken() {
    return (int) inside(inside(inside(tokens, "driver"), "limiter"), "underWay");
  }

  /** What no other code has a use for. */
  private static Object inside(Object owner, String name) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
