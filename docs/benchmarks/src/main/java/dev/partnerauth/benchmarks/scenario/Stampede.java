package dev.partnerauth.benchmarks.scenario;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.benchmarks.TokenServer;
import dev.partnerauth.benchmarks.report.Results;
import dev.partnerauth.cache.CaffeineTokenCache;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many callers ask for the same token at the same moment, and there is none. */
public final class Stampede {

  private static final int CALLERS = 200;
  private static final int ROUNDS = 10;
  private static final Duration LATENCY = Duration.ofMillis(200);
  private static final Duration OVERHEAD = Duration.ofMillis(20);

  private record Round(int requests, long longestNanos) {}

  private Stampede() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS, TokenServer.daemons("caller"));
    round(callers); // loads classes
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(round(callers));
    }
    Results results = new Results(Path.of(arguments[0]));
    String scenario =
        "Stampede: " + CALLERS + " callers, no token, latency " + LATENCY.toMillis() + " ms";
    int requests = Collections.max(rounds.stream().map(Round::requests).toList());
    results.row(
        scenario,
        "requests, most of " + ROUNDS + " rounds",
        Integer.toString(requests),
        "1",
        requests == 1);
    List<Long> waits = rounds.stream().map(Round::longestNanos).sorted().toList();
    results.row(
        scenario, "longest wait, median of " + ROUNDS + " rounds", millis(waits.get(ROUNDS / 2)));
    long longest = waits.get(ROUNDS - 1);
    results.row(
        scenario,
        "longest wait, worst of " + ROUNDS + " rounds",
        millis(longest),
        "<= " + LATENCY.plus(OVERHEAD).toMillis() + " ms",
        longest <= LATENCY.plus(OVERHEAD).toNanos());
  }

  private static Round round(ExecutorService callers) throws Exception {
    try (TokenServer server = new TokenServer(Duration.ofHours(1), LATENCY)) {
      PartnerAuth auth = PartnerAuth.of(server, Samples.BACKEND, CaffeineTokenCache.standard());
      CyclicBarrier together = new CyclicBarrier(CALLERS);
      List<Future<Long>> waits = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        waits.add(
            callers.submit(
                () -> {
                  together.await();
                  long begun = System.nanoTime();
                  auth.accessToken().get();
                  return System.nanoTime() - begun;
                }));
      }
      long longest = 0;
      for (Future<Long> wait : waits) {
        longest = Math.max(longest, wait.get());
      }
      return new Round(server.requests().size(), longest);
    }
  }

  private static String millis(long nanos) {
    return Results.number("%.1f ms", nanos / 1e6);
  }
}
