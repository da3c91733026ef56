package dev.partnerauth.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code performance.md} and its plots from the data files of a run, and from nothing else.
 */
public final class Report {

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

  private final Results results;
  private final Path plots;
  private final StringBuilder page = new StringBuilder();

  private Report(Results results, Path plots) {
    this.results = results;
    this.plots = plots;
  }

  /**
   * @param docs where the page is written, and a directory of the same name for the plots
   */
  public static void write(Results results, Path docs) throws IOException {
    Report report = new Report(results, docs.resolve("performance"));
    Files.createDirectories(report.plots);
    report.write();
    Files.writeString(docs.resolve("performance.md"), report.page);
  }

  private void write() throws IOException {
    line("# Performance");
    line("");
    line(
        "Written by [the benchmarks](benchmarks/README.md) from what they measured; to change it,");
    line(
        "run them. Absolute numbers are those of one machine on one day. What holds elsewhere is how");
    line("they compare with what stands beside them, measured in the same run.");
    line("");
    table("", "", results.read("machine"));
    line("");
    line(
        "The load is the machine's, of all that ran on it at the time: above the number of cores,");
    line("others had a part of the time that is measured here.");
    line("");
    targets();
    reads();
    scenarios();
    footprint();
    method();
  }

  private void targets() {
    line("## Targets");
    line("");
    line("| what | target | measured | |");
    line("|---|---|---|---|");
    for (int threads = 1; threads <= 2; threads++) {
      ratio("Cached access token", GENERAL, FLOOR, "the floor", threads, GENERAL_LIMIT);
    }
    for (int threads = 1; threads <= 2; threads++) {
      ratio("One of 100,000 scoped tokens", KEYED, BARE, "bare Caffeine", threads, KEYED_LIMIT);
    }
    Reads general = Reads.of(results, GENERAL, 1);
    if (!general.isEmpty()) {
      target(
          "Cached access token: allocated",
          "0 bytes",
          Results.number("%.0f bytes", general.bytes()),
          general.bytes() < 0.5);
    }
    results.rows().stream()
        .filter(row -> !row.verdict().equals("-"))
        .forEach(
            row ->
                target(
                    row.scenario() + ": " + row.measure(),
                    row.target(),
                    row.measured(),
                    row.verdict().equals("met")));
    line("");
  }

  private void ratio(
      String what, String ours, String reference, String name, int threads, double limit) {
    Reads mine = Reads.of(results, ours, threads);
    Reads other = Reads.of(results, reference, threads);
    if (mine.isEmpty() || other.isEmpty()) {
      return;
    }
    double fastest = mine.fastest() / other.fastest();
    target(
        what + ", " + threads(threads) + ": time, compared with " + name,
        Results.number("<= %.2f", limit),
        Results.number(
            "%.2f (fastest iterations), %.2f (medians)", fastest, mine.median() / other.median()),
        fastest <= limit);
  }

  private static String threads(int threads) {
    return threads == 1 ? "1 thread" : threads + " threads";
  }

  private void target(String what, String target, String measured, boolean met) {
    line(
        "| "
            + what
            + " | "
            + target
            + " | "
            + measured
            + " | "
            + (met ? "met" : "**missed**")
            + " |");
  }

  private void reads() throws IOException {
    line("## What a read costs");
    line("");
    readTable("The general access token", "reads-general", GENERAL_READS);
    readTable("One of 100,000 scoped access tokens", "reads-scoped", KEYED_READS);
  }

  private void readTable(String title, String plot, List<String> benchmarks) throws IOException {
    List<BarChart.Bar> bars = new ArrayList<>();
    line("### " + title);
    line("");
    line("![" + title + "](performance/" + plot + ".svg)");
    line("");
    line("| read | threads | median, ns | fastest, ns | slowest, ns | allocated, bytes |");
    line("|---|---|---|---|---|---|");
    for (int threads = 1; threads <= 2; threads++) {
      for (String benchmark : benchmarks) {
        Reads reads = Reads.of(results, benchmark, threads);
        if (!reads.isEmpty()) {
          String name = NAMES.getOrDefault(benchmark, benchmark);
          line(
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
    line("");
    plot(plot, new BarChart(title + ", by threads", "ns", bars).svg());
  }

  private void scenarios() throws IOException {
    line("## Whole runs");
    line("");
    line("| run | what | measured |");
    line("|---|---|---|");
    String previous = "";
    for (Results.Row row : results.rows()) {
      line(
          "| "
              + (row.scenario().equals(previous) ? "" : row.scenario())
              + " | "
              + row.measure()
              + " | "
              + row.measured()
              + " |");
      previous = row.scenario();
    }
    line("");
    timeline("renewal", "Renewal: tokens of 4 s, four readers");
    timeline("outage-inside", "The server is down for 3 s inside the token's life");
    timeline("outage-across", "The server is down for 3 s across the token's expiry");
  }

  private void timeline(String file, String title) throws IOException {
    List<List<String>> lines = results.read(file);
    if (!lines.isEmpty()) {
      plot(file, new TimelinePlot(title, lines).svg());
      line("![" + title + "](performance/" + file + ".svg)");
      line("");
    }
  }

  private void footprint() {
    line("## What one entry is made of");
    line("");
    line(
        "Counted with JOL in a cache of 10,000: the bytes of each class for one scoped token. The");
    line(
        "token's own characters are in `[B` (byte arrays). Of its service token an entry keeps the");
    line(
        "`TokenDigest` and the `DelegatedPurpose` with its `Claims`, which it shares with the service");
    line(
        "token for as long as somebody keeps that. The list of API products is one for all: the HTTP");
    line("adapter makes one for each answer, which is not counted here.");
    line("");
    line("| class | objects | bytes |");
    line("|---|---|---|");
    for (List<String> line : results.read("footprint")) {
      line("| " + line.get(0) + " | " + line.get(1) + " | " + line.get(2) + " |");
    }
    line("");
  }

  private void method() {
    List<List<String>> settings = results.read("settings");
    line("## How it is measured");
    line("");
    if (!settings.isEmpty()) {
      List<String> numbers = settings.get(0);
      line(
          "- Reads: JMH, average time, "
              + numbers.get(0)
              + " rounds. In each round every benchmark runs in a Java of its own, "
              + numbers.get(1)
              + " iterations of half a second to warm up and "
              + numbers.get(2)
              + " that count, with the garbage collector's profiler. Other programs on the machine can");
      line(
          "  only make an iteration slower, so the targets are judged by the fastest iterations; medians");
      line("  and the slowest stand beside them.");
    }
    line(
        "- Keyed reads walk at random through service tokens of their own, equal to those that the");
    line(
        "  cached tokens were exchanged for but other objects; bare Caffeine is asked by the same names.");
    line(
        "  A hundred thousand tokens of 900 characters do not fit into the processor's caches, so these");
    line("  reads mostly wait for memory.");
    line(
        "- Whole runs: the real clock, real threads, and a token server in memory that answers after its");
    line("  latency, sends each call once, and counts. A reader reads once a millisecond.");
    line(
        "- Outages begin when the first renewal reaches the server. Several apps run at the same time and");
    line("  share nothing; the plot shows the first of them.");
    line(
        "- Heap: used heap after three collections, a million entries less one, with compressed pointers.");
    line("- Pauses of the machine itself are told where a thread that only sleeps had seen them.");
  }

  private void table(String left, String right, List<List<String>> lines) {
    line("| " + left + " | " + right + " |");
    line("|---|---|");
    for (List<String> fields : lines) {
      line("| " + fields.get(0) + " | " + fields.get(1) + " |");
    }
  }

  private void plot(String name, String svg) throws IOException {
    Files.writeString(plots.resolve(name + ".svg"), svg);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
