package dev.partnerauth.benchmarks.scenario;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.benchmarks.TokenServer;
import dev.partnerauth.benchmarks.TokenServer.Request;
import dev.partnerauth.benchmarks.report.Results;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.refresh.RefreshPolicy;
import dev.partnerauth.token.AccessToken;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * The server answers 503 for three seconds, from the moment at which the first renewal reaches it.
 * Once the token outlives that, once it does not. Each is run by several apps at a time, which
 * share nothing but the machine, since where in its life a token is renewed is drawn at random.
 */
public final class OutageRun {

  private static final int RUNS = 8;
  private static final int READERS = 2;
  private static final Duration LATENCY = Duration.ofMillis(50);
  private static final Duration OUTAGE = Duration.ofSeconds(3);
  private static final Duration AFTERWARDS = Duration.ofSeconds(2);

  private static final Duration LONG_LIFE = Duration.ofSeconds(36);
  private static final Duration SHORT_LIFE = Duration.ofSeconds(8);

  /** Between the moment at which a token's life is begun here and there. */
  private static final Duration TOLERANCE = Duration.ofMillis(10);

  /**
   * One app's run.
   *
   * @param failedInTime failed reads before the token's expiry less the margin
   * @param slowInTime slow reads before that, the first aside
   * @param requests sent from the beginning of the outage to the first that was answered well
   * @param recovery from the server's return to the first read that gave the new token, in seconds;
   *     the first read that gave a token at all where there was none
   */
  record Outcome(long failedInTime, long slowInTime, long requests, double recovery) {}

  private OutageRun() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws InterruptedException {
    Results results = new Results(Path.of(arguments[0]));
    ExecutorService pool = Executors.newCachedThreadPool(TokenServer.daemons("run"));
    List<CompletableFuture<Outcome>> inside = new ArrayList<>();
    List<CompletableFuture<Outcome>> across = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      boolean drawn = i == 0;
      inside.add(
          CompletableFuture.supplyAsync(
              () ->
                  run(LONG_LIFE, new Timeline(results, "outage-inside", System.nanoTime()), drawn),
              pool));
      across.add(
          CompletableFuture.supplyAsync(
              () ->
                  run(SHORT_LIFE, new Timeline(results, "outage-across", System.nanoTime()), drawn),
              pool));
    }
    Hiccups hiccups = Hiccups.watch();
    report(results, "Outage of 3 s inside the token's life", inside, 8, Double.NaN);
    report(results, "Outage of 3 s across the token's expiry", across, 12, 0.5);
    hiccups.end();
    results.row(
        "Meanwhile",
        "a thread that did nothing was late by up to",
        Results.number("%.1f ms", hiccups.longestNanos() / 1e6));
  }

  private static Outcome run(Duration life, Timeline timeline, boolean drawn) {
    try (TokenServer server = new TokenServer(life, LATENCY)) {
      PartnerAuth auth = PartnerAuth.of(server, Samples.BACKEND, CaffeineTokenCache.standard());
      auth.accessToken().get();
      CompletableFuture<Long> wentDown = new CompletableFuture<>();
      server.beforeEach(
          () -> {
            if (wentDown.complete(System.nanoTime())) {
              server.goDown();
              CompletableFuture.delayedExecutor(OUTAGE.toMillis(), TimeUnit.MILLISECONDS)
                  .execute(server::comeBack);
            }
          });
      Readers readers =
          Readers.start(READERS, life.plus(OUTAGE).plus(AFTERWARDS), auth::accessToken).join();
      long downNanos = wentDown.join();
      long upNanos = downNanos + OUTAGE.toNanos();
      List<Request> requests = server.requests();
      if (drawn) {
        timeline.write(readers.reads(), requests);
        timeline.mark("outage", downNanos, upNanos);
        timeline.mark("served", requests.get(0).nanos(), servedUntil(requests, life));
      }
      return outcome(readers, requests, downNanos, upNanos, servedUntil(requests, life));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long servedUntil(List<Request> requests, Duration life) {
    return requests.get(0).nanos() + RefreshPolicy.standard().servedFor(life).toNanos();
  }

  private static Outcome outcome(
      Readers readers, List<Request> requests, long downNanos, long upNanos, long servedUntil) {
    List<Readers.Read> inTime =
        readers.readsAfterTheFirst().stream()
            .filter(read -> read.endNanos() < servedUntil - TOLERANCE.toNanos())
            .toList();
    AccessToken old = inTime.get(0).token().orElseThrow();
    long good =
        readers.reads().stream()
            .filter(read -> read.token().filter(token -> !token.equals(old)).isPresent())
            .mapToLong(Readers.Read::endNanos)
            .min()
            .orElse(Long.MAX_VALUE);
    return new Outcome(
        inTime.stream().filter(Readers.Read::failed).count(),
        inTime.stream().filter(Readers.Read::isSlow).count(),
        requests.stream()
            .filter(request -> request.nanos() >= downNanos && request.nanos() <= good)
            .count(),
        (good - upNanos) / 1e9);
  }

  private static void report(
      Results results,
      String scenario,
      List<CompletableFuture<Outcome>> runs,
      int mostRequests,
      double slowestRecovery) {
    List<Outcome> outcomes = runs.stream().map(CompletableFuture::join).toList();
    String name = scenario + ", " + RUNS + " apps, latency " + LATENCY.toMillis() + " ms";
    long failed = outcomes.stream().mapToLong(Outcome::failedInTime).sum();
    results.row(name, "failed reads while the token lives", failed + "", "0", failed == 0);
    long slow = outcomes.stream().mapToLong(Outcome::slowInTime).sum();
    results.row(name, "reads over 50 ms while the token lives", slow + "", "0", slow == 0);
    double[] requests = sorted(outcomes, Outcome::requests);
    results.row(
        name,
        "requests until one was answered, median and most",
        Results.number("%.0f, %.0f", requests[RUNS / 2], requests[RUNS - 1]),
        "<= " + mostRequests,
        requests[RUNS - 1] <= mostRequests);
    double[] recoveries = sorted(outcomes, Outcome::recovery);
    String recovery = Results.number("%.2f s, %.2f s", recoveries[RUNS / 2], recoveries[RUNS - 1]);
    String measure = "new token after the server's return, median and latest";
    if (Double.isNaN(slowestRecovery)) {
      results.row(name, measure, recovery);
    } else {
      results.row(
          name,
          measure,
          recovery,
          "<= " + slowestRecovery + " s",
          recoveries[RUNS - 1] <= slowestRecovery);
    }
  }

  private static double[] sorted(List<Outcome> outcomes, ToDoubleFunction<Outcome> measure) {
    return outcomes.stream().mapToDouble(measure).sorted().toArray();
  }
}
