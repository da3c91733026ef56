package dev.partnerauth.benchmarks.scenario;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.benchmarks.TokenServer;
import dev.partnerauth.benchmarks.report.Results;
import dev.partnerauth.cache.CaffeineTokenCache;
import java.nio.file.Path;
import java.time.Duration;

/** Tokens that live for seconds, and readers that must not notice. */
public final class RenewalRun {

  private static final Duration LIFE = Duration.ofSeconds(4);
  private static final Duration LATENCY = Duration.ofMillis(300);
  private static final Duration TIME = Duration.ofSeconds(30);
  private static final int READERS = 4;

  private RenewalRun() {}

  /** The argument is where the results go. */
  public static void main(String[] arguments) throws InterruptedException {
    Results results = new Results(Path.of(arguments[0]));
    try (TokenServer server = new TokenServer(LIFE, LATENCY)) {
      PartnerAuth auth = PartnerAuth.of(server, Samples.BACKEND, CaffeineTokenCache.standard());
      long begun = System.nanoTime();
      Hiccups hiccups = Hiccups.watch();
      Readers readers = Readers.start(READERS, TIME, auth::accessToken).join();
      hiccups.end();
      new Timeline(results, "renewal", begun).write(readers.reads(), server.requests());
      report(results, server.requests().size(), readers, hiccups);
    }
  }

  private static void report(Results results, int requests, Readers readers, Hiccups hiccups) {
    String scenario = "Renewal: tokens of 4 s, latency 300 ms, " + READERS + " readers for 30 s";
    results.row(scenario, "reads", Integer.toString(readers.reads().size()));
    results.row(
        scenario,
        "requests",
        requests + " for " + readers.tokens() + " tokens that were served",
        "one per life",
        requests - readers.tokens() <= 1);
    long slow = readers.readsAfterTheFirst().stream().filter(Readers.Read::isSlow).count();
    results.row(scenario, "reads over 50 ms after each reader's first", slow + "", "0", slow == 0);
    long slowest =
        readers.readsAfterTheFirst().stream().mapToLong(Readers.Read::tookNanos).max().orElse(0);
    results.row(
        scenario,
        "slowest read after the first",
        Results.number("%.1f ms", slowest / 1e6)
            + Results.number(
                " (a thread that did nothing was late by up to %.1f ms)",
                hiccups.longestNanos() / 1e6));
    long expired = readers.reads().stream().filter(Readers.Read::expired).count();
    results.row(scenario, "expired tokens served", expired + "", "0", expired == 0);
    long failed = readers.reads().stream().filter(Readers.Read::failed).count();
    results.row(scenario, "failed reads", failed + "", "0", failed == 0);
  }
}
