package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.App;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real threads in real races, over and over. */
@Tag("long")
class ManyThreadsTest {

  private static final int THREADS = 8;
  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(30));

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final ThreadedLoader loader = new ThreadedLoader();
  private final Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
      CaffeineTokenCache.standard().tokens(loader, AuthRuntime.system());

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void aColdKeyIsAskedForOnceHoweverManyThreadsMeet() throws Exception {
    for (int round = 0; round < 2_000; round++) {
      ForScopedAccessToken key = SimulatedLoader.key("service-" + round);

      List<Either<AuthFailure, ScopedAccessToken>> answers = together(thread -> ask(key, thread));

      assertThat(Set.copyOf(answers)).isEqualTo(Set.of(loader.latest()));
    }
    assertThat(loader.asked.get()).isEqualTo(2_000);
  }

  @Test
  void aTokenThatAllRejectTogetherIsReplacedOnce() throws Exception {
    ForScopedAccessToken key = SimulatedLoader.key("service");
    ScopedAccessToken token = tokens.get(key, Duration.ZERO, BUDGET).get();
    for (int round = 0; round < 2_000; round++) {
      ScopedAccessToken refused = token;

      List<Either<AuthFailure, ScopedAccessToken>> answers =
          together(
              thread -> {
                tokens.reject(key, refused);
                return ask(key, thread);
              });

      assertThat(Set.copyOf(answers)).isEqualTo(Set.of(loader.latest()));
      token = answers.get(0).get();
    }
    assertThat(loader.asked.get()).isEqualTo(2_001);
  }

  @Test
  void aRejectedTokenIsNeverSeenAgainWhileOthersReadAndRenew() throws Exception {
    ForScopedAccessToken key = SimulatedLoader.key("service");
    loader.lifetime = Duration.ofMillis(40);
    Set<ScopedAccessToken> rejected = ConcurrentHashMap.newKeySet();
    AtomicInteger seenAgain = new AtomicInteger();

    together(
        thread -> {
          for (int read = 0; read < 5_000; read++) {
            Set<ScopedAccessToken> before = Set.copyOf(rejected);
            Either<AuthFailure, ScopedAccessToken> answer = ask(key, thread);
            if (answer.isRight() && before.contains(answer.get())) {
              seenAgain.incrementAndGet();
            }
            if (answer.isRight() && read % 100 == thread) {
              tokens.reject(key, answer.get());
              rejected.add(answer.get());
            }
          }
          return Either.left(new Unavailable(Facts.local()));
        });

    assertThat(seenAgain.get()).isZero();
    assertThat(loader.mostUnderWay.get()).isEqualTo(1);
  }

  /** Every other thread asks without blocking at first. */
  private Either<AuthFailure, ScopedAccessToken> ask(ForScopedAccessToken key, int thread) {
    return thread % 2 == 0
        ? tokens.get(key, Duration.ZERO, BUDGET)
        : tokens.getAsync(key, Duration.ZERO, BUDGET).toCompletableFuture().join();
  }

  private interface Part {
    Either<AuthFailure, ScopedAccessToken> play(int thread) throws Exception;
  }

  private List<Either<AuthFailure, ScopedAccessToken>> together(Part part) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Callable<Either<AuthFailure, ScopedAccessToken>>> parts =
        IntStream.range(0, THREADS)
            .<Callable<Either<AuthFailure, ScopedAccessToken>>>mapToObj(
                thread ->
                    () -> {
                      start.await();
                      return part.play(thread);
                    })
            .toList();
    List<Future<Either<AuthFailure, ScopedAccessToken>>> played =
        threads.invokeAll(parts, 2, TimeUnit.MINUTES);
    List<Either<AuthFailure, ScopedAccessToken>> answers = new ArrayList<>();
    for (Future<Either<AuthFailure, ScopedAccessToken>> answer : played) {
      answers.add(answer.get());
    }
    return answers;
  }

  /** Answers on other threads, at once or when it is told to. */
  private static final class ThreadedLoader
      implements TokenLoader<ForScopedAccessToken, ScopedAccessToken> {

    private final SimulatedLoader facts = new SimulatedLoader(new Simulation(1));
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final AtomicInteger issued = new AtomicInteger();
    private volatile Duration lifetime = Duration.ofHours(10);

    Either<AuthFailure, ScopedAccessToken> latest() {
      return Either.right(token(issued.get()));
    }

    @Override
    public CompletionStage<Either<AuthFailure, ScopedAccessToken>> load(
        ForScopedAccessToken key, Budget budget) {
      asked.incrementAndGet();
      mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      return CompletableFuture.supplyAsync(
          () -> {
            underWay.decrementAndGet();
            return Either.right(token(issued.incrementAndGet()));
          });
    }

    private ScopedAccessToken token(int number) {
      return ScopedAccessToken.of(
              "scoped-" + number,
              TokenTimes.lasting(lifetime, Instant.now()),
              List.of(),
              Optional.empty())
          .get();
    }

    @Override
    public ClientId clientId() {
      return facts.clientId();
    }

    @Override
    public TokenKind kind() {
      return facts.kind();
    }

    @Override
    public TokenEndpoint endpoint() {
      return facts.endpoint();
    }

    @Override
    public List<? extends App> credentials() {
      return facts.credentials();
    }
  }
}
