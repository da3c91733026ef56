package dev.partnerauth.benchmarks;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The token endpoints in memory: they answer after a while, count, and can be down. Each call is
 * sent once, whatever its budget allows. Thread-safe.
 */
public final class TokenServer implements AuthenticationApi, AutoCloseable {

  /**
   * One request.
   *
   * @param nanos when it arrived
   * @param refused whether the answer is 503
   */
  public record Request(long nanos, boolean refused) {}

  private static final List<String> API_PRODUCTS = Samples.apiProducts();

  private final Duration life;
  private final Duration latency;
  private final AtomicLong numbers = new AtomicLong();
  private final Collection<Request> journal = new ConcurrentLinkedQueue<>();
  private final ExecutorService executor = Executors.newFixedThreadPool(2, daemons("token-server"));
  private volatile boolean down;
  private volatile boolean journaling = true;
  private volatile Runnable beforeEach = () -> {};

  public TokenServer(Duration life, Duration latency) {
    this.life = life;
    this.latency = latency;
  }

  /** From now on it answers 503. */
  public void goDown() {
    down = true;
  }

  /** From now on it answers well. */
  public void comeBack() {
    down = false;
  }

  /** Is run when a request arrives, before it is decided how it will be answered. */
  public void beforeEach(Runnable action) {
    beforeEach = action;
  }

  /** For runs of which only the heap is of interest. */
  public TokenServer withoutJournal() {
    journaling = false;
    return this;
  }

  /** In the order of their arrival. */
  public List<Request> requests() {
    return List.copyOf(journal);
  }

  @Override
  public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
      BackendApp app, Budget budget) {
    Instant askedAt = Instant.now();
    return answer(
        Endpoint.ACCESS_TOKEN,
        () ->
            AccessToken.of(newText(), TokenTimes.lasting(life, askedAt), API_PRODUCTS)
                .mapLeft(TokenServer::impossible));
  }

  @Override
  public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      AccessToken accessToken, DatedServiceTokenRequest request, Budget budget) {
    Instant askedAt = Instant.now();
    return answer(
        Endpoint.SERVICE_TOKEN,
        () ->
            ServiceToken.issued(
                    newText(), request.request().delegates(), askedAt, request.expirationTime())
                .mapLeft(TokenServer::impossible));
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      FrontendApp app, ServiceToken serviceToken, Budget budget) {
    Instant askedAt = Instant.now();
    return answer(
        Endpoint.ACCESS_TOKEN,
        () ->
            ScopedAccessToken.of(
                    newText(),
                    TokenTimes.lasting(life, askedAt).issuedAt(askedAt.plus(latency).plusMillis(1)),
                    API_PRODUCTS,
                    serviceToken.delegates())
                .mapLeft(TokenServer::impossible));
  }

  private String newText() {
    return Samples.text(numbers.incrementAndGet(), Samples.TOKEN_LENGTH);
  }

  private static AuthFailure impossible(Object violation) {
    throw new IllegalStateException(violation.toString());
  }

  private <T> CompletionStage<Either<AuthFailure, T>> answer(
      Endpoint endpoint, Supplier<Either<AuthFailure, T>> token) {
    beforeEach.run();
    boolean refused = down;
    if (journaling) {
      journal.add(new Request(System.nanoTime(), refused));
    }
    Supplier<Either<AuthFailure, T>> answer =
        refused ? () -> Either.left(new Unavailable(Facts.answered(endpoint, 503))) : token;
    return latency.isZero()
        ? CompletableFuture.completedFuture(answer.get())
        : CompletableFuture.supplyAsync(
            answer,
            CompletableFuture.delayedExecutor(latency.toNanos(), TimeUnit.NANOSECONDS, executor));
  }

  /** Threads that keep no process alive. */
  public static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
