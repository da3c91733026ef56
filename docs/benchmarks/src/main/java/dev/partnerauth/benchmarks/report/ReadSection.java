package dev.partnerauth.benchmarks.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a cached read costs. */
record ReadSection(Results results, Page page) {

  private static final String FILE = "reads";
  private static final String OURS = "#0969da";
  private static final String REFERENCE = "#afb8c1";

  private static final double GENERAL_LIMIT = 1.25;
  private static final double KEYED_LIMIT = 1.3;

  private static final String GENERAL = "GeneralTokenRead.partnerAuth";
  private static final String FLOOR = "GeneralTokenRead.floor";
  private static final String KEYED = "ScopedTokenRead.tokens";
  private static final String BARE = "ScopedTokenRead.caffeineExpiring";

  private static final Map<String, String> NAMES =
      Map.of(
          FLOOR,
          "floor: a volatile read and the clock",
          GENERAL,
          "PartnerAuth.accessToken()",
          KEYED,
          "Tokens.get",
          BARE,
          "Caffeine, same bound and Expiry",
          "ScopedTokenRead.delegation",
          "Delegation.scopedAccessToken",
          "ScopedTokenRead.caffeineIdling",
          "Caffeine, expireAfterAccess",
          "ScopedTokenRead.caffeineBounded",
          "Caffeine, maximumSize only");

  private static final List<String> GENERAL_READS = List.of(FLOOR, GENERAL);
  private static final List<String> KEYED_READS =
      List.of(
          "ScopedTokenRead.caffeineBounded",
          "ScopedTokenRead.caffeineIdling",
          BARE,
          KEYED,
          "ScopedTokenRead.delegation");

  void targets(Targets targets) {
    for (int threads = 1; threads <= 2; threads++) {
      ratio(targets, "Cached access token", GENERAL, FLOOR, "the floor", threads, GENERAL_LIMIT);
    }
    for (int threads = 1; threads <= 2; threads++) {
      ratio(
          targets,
          "One of 100,000 scoped tokens",
          KEYED,
          BARE,
          "bare Caffeine",
          threads,
          KEYED_LIMIT);
    }
    Iterations general = Iterations.of(results, FILE, GENERAL, 1);
    if (!general.isEmpty()) {
      targets.row(
          "Cached access token: allocated",
          "0 bytes",
          Results.number("%.0f bytes", general.bytes()),
          general.bytes() < 0.5);
    }
  }

  private void ratio(
      Targets targets,
      String what,
      String ours,
      String reference,
      String name,
      int threads,
      double limit) {
    targets.ratio(
        what + ", " + threads(threads) + ": time, compared with " + name,
        Iterations.of(results, FILE, ours, threads),
        Iterations.of(results, FILE, reference, threads),
        limit,
        Targets.Judge.FASTEST);
  }

  private static String threads(int threads) {
    return threads == 1 ? "1 thread" : threads + " threads";
  }

  void write() throws IOException {
    page.line("## What a read costs");
    page.line("");
    readTable("The general access token", "reads-general", GENERAL_READS);
    readTable("One of 100,000 scoped access tokens", "reads-scoped", KEYED_READS);
  }

  private void readTable(String title, String plot, List<String> benchmarks) throws IOException {
    List<BarChart.Bar> bars = new ArrayList<>();
    page.line("### " + title);
    page.line("");
    page.line("| read | threads | median, ns | fastest, ns | slowest, ns | allocated, bytes |");
    page.line("|---|---|---|---|---|---|");
    for (int threads = 1; threads <= 2; threads++) {
      for (String benchmark : benchmarks) {
        Iterations reads = Iterations.of(results, FILE, benchmark, threads);
        if (!reads.isEmpty()) {
          String name = NAMES.getOrDefault(benchmark, benchmark);
          page.line(
              Results.number(
                  "| %s | %d | %.1f | %.1f | %.1f | %.0f |",
                  name, threads, reads.median(), reads.fastest(), reads.slowest(), reads.bytes()));
          bars.add(
              new BarChart.Bar(
                  name + ", " + threads,
                  reads.fastest(),
                  reads.median(),
                  reads.slowest(),
                  name.contains(".") ? OURS : REFERENCE));
        }
      }
    }
    page.line("");
    page.plot(plot, title, new BarChart(title + ", by threads", "ns", bars).svg());
  }
}
