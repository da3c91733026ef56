package dev.partnerauth.benchmarks.scenario;

import dev.partnerauth.AsyncDelegation;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.benchmarks.TokenServer;
import dev.partnerauth.benchmarks.TokenServer.Request;
import dev.partnerauth.benchmarks.report.Results;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.token.ServiceToken;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Thousands of keys, none with a token, and a server that is down. */
public final class ColdKeys {

  private static final int KEYS = 10_000;
  private static final Duration LATENCY = Duration.ofMillis(50);
  private static final Duration OUTAGE = Duration.ofSeconds(60);
  private static final Duration GIVE_UP = Duration.ofSeconds(60);
  private static final Duration PACE = Duration.ofMillis(250);
  private static final int TENS_OF_REQUESTS = 100;

  private ColdKeys() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) {
    List<ServiceToken> keys = IntStream.range(0, KEYS).mapToObj(Samples::serviceToken).toList();
    try (TokenServer server = new TokenServer(Duration.ofHours(1), LATENCY)) {
      AsyncDelegation delegation =
          PartnerAuth.of(server, Samples.BACKEND, CaffeineTokenCache.standard())
              .async()
              .exchangingAs(Samples.FRONTEND);
      Set<ServiceToken> done = ConcurrentHashMap.newKeySet();
      server.goDown();
      long downNanos = System.nanoTime();
      long upNanos = downNanos + OUTAGE.toNanos();
      while (done.size() < KEYS && System.nanoTime() < upNanos + GIVE_UP.toNanos()) {
        if (System.nanoTime() >= upNanos) {
          server.comeBack();
        }
        keys.stream()
            .filter(key -> !done.contains(key))
            .forEach(
                key ->
                    delegation
                        .scopedAccessToken(key)
                        .thenAccept(outcome -> outcome.forEach(token -> done.add(key))));
        LockSupport.parkNanos(PACE.toNanos());
      }
      report(
          new Results(Path.of(arguments[0])),
          server.requests(),
          upNanos,
          (System.nanoTime() - upNanos) / 1e9,
          done.size());
    }
  }

  private static void report(
      Results results, List<Request> requests, long upNanos, double recovery, int done) {
    String scenario =
        "Cold keys: 10,000 asked for four times a second, server down for 60 s, latency 50 ms";
    long refused = requests.stream().filter(Request::refused).count();
    results.row(
        scenario, "requests while it was down", refused + "", "tens", refused < TENS_OF_REQUESTS);
    results.row(
        scenario,
        "first request after its return",
        requests.stream()
            .filter(request -> !request.refused())
            .findFirst()
            .map(request -> Results.number("after %.1f s", (request.nanos() - upNanos) / 1e9))
            .orElse("none"));
    results.row(
        scenario,
        "tokens, and time from its return to the last of them",
        Results.number("%d, %.1f s", done, recovery));
    results.row(
        scenario,
        "requests after its return",
        requests.size() - refused + "",
        KEYS + "",
        requests.size() - refused == KEYS);
  }
}
