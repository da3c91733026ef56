package dev.partnerauth.benchmarks.report;

import java.util.List;

/** The sandbox beside servers that others test with. */
record SandboxSection(Results results, Page page) {

  private static final String OURS = "OURS";
  private static final String BARE = "BARE";

  private static final double LEAST_SHARE = 0.5;
  private static final double MOST_MILLIS = 5;
  private static final double MOST_STARTS = 2;

  /** The columns of a turn. */
  private static final int PER_SECOND = 2;

  private static final int P50 = 3;
  private static final int P99 = 4;
  private static final int PROCESSOR = 5;

  /** The column of a start. */
  private static final int MILLIS = 2;

  private Columns turns(String server) {
    return Columns.of(results, "throughput", server);
  }

  private Columns starts(String server) {
    return Columns.of(results, "starts", server);
  }

  void targets(Targets targets) {
    if (results.read("throughput").isEmpty()) {
      return;
    }
    double share = turns(OURS).median(PER_SECOND) / turns(BARE).median(PER_SECOND);
    targets.row(
        "Sandbox: signed tokens a second, compared with a constant answer by the bare server",
        Results.number(">= %.2f", LEAST_SHARE),
        Results.number("%.2f", share),
        share >= LEAST_SHARE);
    double p99 = turns(OURS).median(P99);
    targets.row(
        "Sandbox: p99 of those",
        Results.number("<= %.0f ms", MOST_MILLIS),
        Results.number("%.2f ms", p99),
        p99 <= MOST_MILLIS);
    double start = starts(OURS).median(MILLIS) / starts(BARE).median(MILLIS);
    targets.row(
        "Sandbox: start of a Java to the first token, compared with the bare server",
        Results.number("<= %.1f", MOST_STARTS),
        Results.number("%.2f", start),
        start <= MOST_STARTS);
    targets.rows(results);
  }

  /** Nothing, unless it was measured. */
  void write() {
    if (results.read("throughput").isEmpty()) {
      return;
    }
    page.line("## The sandbox");
    page.line("");
    page.line(
        "`AuthSandbox` as it comes: a token signed for each answer, and a journal. Beside it the HTTP");
    page.line("library that it uses with a constant answer, and servers that others test with.");
    page.line("");
    page.line("### Tokens");
    page.line("");
    throughput();
    page.line(
        "Where the median is a little above 40 ms, that is what Linux delays an acknowledgement by: such a");
    page.line(
        "server sends an answer in two parts, and the second waits for the first to be acknowledged.");
    page.line("");
    page.line("### Starts");
    page.line("");
    starts();
    page.line("### Memory, and starts among tests");
    page.line("");
    ScenarioSection.table(results, page);
  }

  private void throughput() {
    page.row("server", "answers a second", "of bare", "p50, ms", "p99, ms", "processor time, µs");
    page.line("|---|---|---|---|---|---|");
    double bare = turns(BARE).median(PER_SECOND);
    for (List<String> server : Columns.servers(results, "throughput")) {
      Columns turns = turns(server.get(0));
      page.row(
          server.get(1),
          Results.number("%,.0f", turns.median(PER_SECOND)),
          Results.number("%.2f", turns.median(PER_SECOND) / bare),
          Results.number("%.2f", turns.median(P50)),
          Results.number("%.2f", turns.median(P99)),
          Results.number("%.1f", turns.median(PROCESSOR)));
    }
    page.line("");
  }

  private void starts() {
    page.row("server", "median, ms", "of bare", "fastest, ms", "slowest, ms");
    page.line("|---|---|---|---|---|");
    double bare = starts(BARE).median(MILLIS);
    for (List<String> server : Columns.servers(results, "starts")) {
      Columns starts = starts(server.get(0));
      page.row(
          server.get(1),
          Results.number("%.0f", starts.median(MILLIS)),
          Results.number("%.2f", starts.median(MILLIS) / bare),
          Results.number("%.0f", starts.least(MILLIS)),
          Results.number("%.0f", starts.most(MILLIS)));
    }
    page.line("");
  }
}
