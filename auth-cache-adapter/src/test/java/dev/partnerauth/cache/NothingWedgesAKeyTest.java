package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenName;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever breaks around the cache, once it is whole again there is a token. */
class NothingWedgesAKeyTest {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(15));
  private static final Duration A_MOMENT = Duration.ofSeconds(5);
  private static final Duration UNTIL_RENEWAL = Duration.ofSeconds(570);

  private final Simulation simulation = new Simulation(5);
  private final SimulatedLoader server = new SimulatedLoader(simulation);
  private final RiggedLoader loader = new RiggedLoader(server);
  private final ForScopedAccessToken key = SimulatedLoader.key("service");
  private final List<Throwable> told = new ArrayList<>();
  private boolean broken;

  @BeforeEach
  void listen() {
    server.lifetime = Duration.ofMinutes(10);
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.add(thrown));
  }

  @AfterEach
  void listenNoMore() {
    Thread.currentThread().setUncaughtExceptionHandler(null);
  }

  @Test
  void anErrorFromTheCredentials() {
    var tokens = cache(simulation.runtime());
    loader.credentials =
        () -> {
          if (broken) {
            throw new NoClassDefFoundError("the vault's driver");
          }
          return server.credentials();
        };

    broken = true;
    read(tokens);
    simulation.advance(A_MOMENT);
    broken = false;

    assertThat(ask(tokens).isRight()).isTrue();
  }

  @Test
  void aHandlerOfUncaughtExceptionsThatThrows() {
    var tokens = cache(simulation.runtime());
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, thrown) -> {
              throw new AssertionError(thrown);
            });
    loader.loading =
        (asked, budget) ->
            broken
                ? CompletableFuture.failedFuture(new IllegalStateException("a bug"))
                : server.load(asked, budget);

    broken = true;
    Either<AuthFailure, ScopedAccessToken> meanwhile = ask(tokens);
    broken = false;
    simulation.advance(A_MOMENT);
    Either<AuthFailure, ScopedAccessToken> afterwards = ask(tokens);

    assertThat(meanwhile)
        .isEqualTo(
            Either.left(
                new Unforeseen(
                    ForeignText.of("IllegalStateException", List.of()),
                    Facts.local(Endpoint.ACCESS_TOKEN))));
    assertThat(afterwards.isRight()).isTrue();
  }

  @Test
  void anExecutorThatThrowsAnErrorOnce() {
    var tokens =
        cache(
            simulation
                .runtime()
                .runningOn(
                    task -> {
                      if (broken) {
                        broken = false;
                        throw new OutOfMemoryError("unable to create native thread");
                      }
                      simulation.execute(task);
                    }));
    Either<AuthFailure, ScopedAccessToken> first = ask(tokens);
    simulation.advance(UNTIL_RENEWAL);

    broken = true;
    Either<AuthFailure, ScopedAccessToken> meanwhile = now(tokens);
    simulation.advance(Duration.ofHours(1));
    Either<AuthFailure, ScopedAccessToken> afterwards = ask(tokens);

    assertThat(meanwhile).isEqualTo(first);
    assertThat(afterwards.isRight()).isTrue();
  }

  @Test
  void anExecutorThatDropsTasks() {
    var tokens =
        cache(
            simulation
                .runtime()
                .runningOn(
                    task -> {
                      if (!broken) {
                        simulation.execute(task);
                      }
                    }));
    Either<AuthFailure, ScopedAccessToken> first = ask(tokens);
    simulation.advance(UNTIL_RENEWAL);

    broken = true;
    Either<AuthFailure, ScopedAccessToken> meanwhile = now(tokens);
    broken = false;
    simulation.advance(Duration.ofHours(1));
    Either<AuthFailure, ScopedAccessToken> afterwards = ask(tokens);

    assertThat(meanwhile).isEqualTo(first);
    assertThat(afterwards.isRight()).isTrue();
  }

  @Test
  void aStoreThatThrowsWhileARequestBegins() {
    ThrowingStore store = new ThrowingStore();
    var tokens = RenewingTokenCache.over(store).tokens(loader, simulation.runtime());

    store.getsUntilItThrows = 1;
    read(tokens);
    simulation.advance(A_MOMENT);

    assertThat(ask(tokens).isRight()).isTrue();
  }

  @Test
  void anExecutorOfWatchersThatThrowsAnError() {
    var tokens =
        cache(
            simulation
                .runtime()
                .observedOn(
                    task -> {
                      throw new NoClassDefFoundError("a watcher");
                    }));
    Either<AuthFailure, ScopedAccessToken> first = ask(tokens);
    simulation.advance(UNTIL_RENEWAL);

    server.failure = Optional.of(new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503)));
    read(tokens);
    simulation.advance(server.latency.plusMillis(10));

    assertThat(now(tokens)).isEqualTo(first);
  }

  @Test
  void threadsOfThePoolThatReadAnExpiredTokenBeforeItsRenewalHasOne() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    MovedTime time = new MovedTime();
    loader.loading =
        (asked, budget) ->
            CompletableFuture.completedFuture(Either.right(lasting(Duration.ofSeconds(100), time)));
    var tokens = cache(AuthRuntime.system().at(time).runningOn(pool).delayedBy(Delays.on(pool)));
    tokens.get(key, Duration.ZERO, BUDGET).get();
    CountDownLatch busy = new CountDownLatch(2);
    CountDownLatch renewalIsQueued = new CountDownLatch(1);
    Callable<Either<AuthFailure, ScopedAccessToken>> reader =
        () -> {
          busy.countDown();
          renewalIsQueued.await();
          return tokens.get(key, Duration.ZERO, Budget.of(Duration.ofSeconds(5)));
        };
    List<Future<Either<AuthFailure, ScopedAccessToken>>> readers =
        List.of(pool.submit(reader), pool.submit(reader));

    busy.await();
    time.moves(Duration.ofSeconds(95));
    tokens.get(key, Duration.ZERO, BUDGET).get();
    time.moves(Duration.ofSeconds(10));
    renewalIsQueued.countDown();

    List<Either<AuthFailure, ScopedAccessToken>> answers = new ArrayList<>();
    for (Future<Either<AuthFailure, ScopedAccessToken>> answer : readers) {
      answers.add(answer.get(1, TimeUnit.MINUTES));
    }
    pool.shutdownNow();
    assertThat(answers).hasSize(2).allMatch(Either::isRight);
  }

  private Tokens<ForScopedAccessToken, ScopedAccessToken> cache(AuthRuntime runtime) {
    return CaffeineTokenCache.standard().tokens(loader, runtime);
  }

  private void read(Tokens<ForScopedAccessToken, ScopedAccessToken> tokens) {
    var unused = tokens.getAsync(key, Duration.ZERO, BUDGET);
  }

  private Either<AuthFailure, ScopedAccessToken> ask(
      Tokens<ForScopedAccessToken, ScopedAccessToken> tokens) {
    return simulation.awaited(tokens.getAsync(key, Duration.ZERO, BUDGET));
  }

  /** An answer that is not there at once fails the test. */
  private Either<AuthFailure, ScopedAccessToken> now(
      Tokens<ForScopedAccessToken, ScopedAccessToken> tokens) {
    return Optional.ofNullable(
            tokens.getAsync(key, Duration.ZERO, BUDGET).toCompletableFuture().getNow(null))
        .orElseThrow();
  }

  private static ScopedAccessToken lasting(Duration lifetime, Time time) {
    return ScopedAccessToken.of(
            "scoped-" + time.nanos(),
            TokenTimes.lasting(lifetime, time.now()),
            List.of(),
            Optional.empty())
        .get();
  }

  /** The system's, moved on. */
  private static final class MovedTime implements Time {
    private final AtomicLong aheadNanos = new AtomicLong();

    void moves(Duration duration) {
      aheadNanos.addAndGet(duration.toNanos());
    }

    @Override
    public Instant now() {
      return Instant.now().plusNanos(aheadNanos.get());
    }

    @Override
    public long nanos() {
      return System.nanoTime() + aheadNanos.get();
    }
  }

  /** Throws once, where it is told to. */
  private static final class ThrowingStore implements TokenStore {
    private final TokenStore sound =
        CaffeineTokenStore.of(10, Duration.ofHours(1), StatsCounter::disabledStatsCounter);
    private int getsUntilItThrows = -1;

    @Override
    public <T extends Token> TokenRegion<T> region(RegionOwner owner) {
      TokenRegion<T> region = sound.region(owner);
      return new TokenRegion<>() {
        @Override
        public CacheEntry<T> get(TokenName name) {
          if (getsUntilItThrows-- == 0) {
            throw new IllegalStateException("the store is broken");
          }
          return region.get(name);
        }

        @Override
        public boolean replace(TokenName name, CacheEntry<T> expected, CacheEntry<T> replacement) {
          return region.replace(name, expected, replacement);
        }
      };
    }
  }
}
