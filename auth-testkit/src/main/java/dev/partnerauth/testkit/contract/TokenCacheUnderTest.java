package dev.partnerauth.testkit.contract;

import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRequestRefused;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.testkit.time.MovableDelays;
import dev.partnerauth.testkit.time.MovableTime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the parts of {@link TokenCacheContract} run on: a cache, a scripted server, threads that are
 * real and time that is not. Nothing waits for time to pass; waits are for answers, with a limit of
 * real time that only a broken cache meets.
 */
abstract class TokenCacheUnderTest {

  static final ForServiceToken KEY = ScriptedLoader.key(0);
  static final Budget BUDGET = Budget.of(Duration.ofMinutes(10));
  static final Duration TEN_HOURS = Duration.ofHours(10);

  static final AuthFailure UNAVAILABLE =
      new Unavailable(Facts.answered(Endpoint.SERVICE_TOKEN, 503));
  static final AuthFailure BAD_CREDENTIALS =
      new InvalidCredentials(Facts.answered(Endpoint.SERVICE_TOKEN, 401));
  static final AuthFailure BAD_CLAIM =
      new ServiceTokenRequestRefused(
          ForeignText.of("no such party", List.of()), Facts.answered(Endpoint.SERVICE_TOKEN, 400));

  final MovableTime time = MovableTime.stoppedAt(Instant.parse("2026-01-31T09:00:00Z"));
  final MovableDelays delays = MovableDelays.on(time);
  final ScriptedLoader loader = new ScriptedLoader(time, delays);
  final BusyExecutor executor = new BusyExecutor();
  final RecordedEvents events = new RecordedEvents();
  Tokens<ForServiceToken, ServiceToken> tokens;

  private final TokenCacheContract contract;
  private TokenCache cache = TokenCache.none();

  TokenCacheUnderTest(TokenCacheContract contract) {
    this.contract = contract;
  }

  @BeforeEach
  void open() {
    cache = contract.cache();
    tokens = tokensOf(loader);
  }

  /** What the same cache keeps of this loader. */
  Tokens<ForServiceToken, ServiceToken> tokensOf(ScriptedLoader asked) {
    return cache.tokens(
        asked,
        AuthRuntime.system()
            .at(time)
            .delayedBy(delays)
            .runningOn(executor)
            .randomBy(new Random(17))
            .observedBy(events)
            .observedOn(Runnable::run));
  }

  @AfterEach
  void close() {
    executor.close();
  }

  /** The answer of a blocking caller, or a failed test when there is none. */
  Either<AuthFailure, ServiceToken> get(ForServiceToken key) {
    return get(key, Duration.ZERO);
  }

  Either<AuthFailure, ServiceToken> get(ForServiceToken key, Duration minimumRemaining) {
    return soon(Callers.calling(() -> tokens.get(key, minimumRemaining, BUDGET)).answer());
  }

  /** Returns when the call has returned, which may be before it is answered. */
  CompletionStage<Either<AuthFailure, ServiceToken>> getAsync(ForServiceToken key) {
    return soon(Callers.calling(() -> tokens.getAsync(key, Duration.ZERO, BUDGET)).answer());
  }

  /** A token that is granted and kept. */
  ServiceToken granted(ForServiceToken key) {
    return get(key).getOrElseThrow(failure -> new AssertionError(failure.describe()));
  }

  /** Completes within the limit, or fails the test. */
  <A> A soon(CompletionStage<A> stage) {
    return stage
        .toCompletableFuture()
        .copy()
        .orTimeout(contract.patience().toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  <A> List<A> soon(List<? extends CompletionStage<A>> stages) {
    return stages.stream().map(this::soon).toList();
  }

  /** Lets background work end that has begun. */
  void settle() {
    soon(executor.idle());
  }

  /** Reads, and lets the renewal end that this may have begun. */
  Either<AuthFailure, ServiceToken> read(ForServiceToken key) {
    Either<AuthFailure, ServiceToken> answer = soon(getAsync(key));
    settle();
    return answer;
  }

  /** In steps, reading at each. */
  void readWhile(Duration passes, Duration step, ForServiceToken key) {
    for (Duration passed = Duration.ZERO;
        passed.compareTo(passes) < 0;
        passed = passed.plus(step)) {
      time.advance(step);
      read(key);
    }
  }

  static Duration part(Duration lifetime, double part) {
    return Duration.ofMillis((long) (lifetime.toMillis() * part));
  }
}
