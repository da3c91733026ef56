package dev.partnerauth.benchmarks.report;

import java.io.IOException;
import java.util.List;

/** What whole runs of the cache came to. */
record ScenarioSection(Results results, Page page) {

  void targets(Targets targets) {
    targets.rows(results);
  }

  void write() throws IOException {
    page.line("## Whole runs");
    page.line("");
    table(results, page);
    timeline("renewal", "Renewal: tokens of 4 s, four readers");
    timeline("outage-inside", "The server is down for 3 s inside the token's life");
    timeline("outage-across", "The server is down for 3 s across the token's expiry");
    footprint();
  }

  /** Runs and what they came to, each run named once. */
  static void table(Results results, Page page) {
    page.row("run", "what", "measured");
    page.line("|---|---|---|");
    String previous = "";
    for (Results.Row row : results.rows()) {
      page.row(
          row.scenario().equals(previous) ? "" : row.scenario(), row.measure(), row.measured());
      previous = row.scenario();
    }
    page.line("");
  }

  private void timeline(String file, String title) throws IOException {
    List<List<String>> lines = results.read(file);
    if (!lines.isEmpty()) {
      page.plot(file, title, new TimelinePlot(title, lines).svg());
    }
  }

  private void footprint() {
    page.line("## What one entry is made of");
    page.line("");
    page.line(
        "Counted with JOL in a cache of 10,000: the bytes of each class for one scoped token. The");
    page.line(
        "token's own characters are in `[B` (byte arrays). Of its service token an entry keeps the");
    page.line(
        "`TokenDigest` and the `DelegatedPurpose` with its `Claims`, which it shares with the service");
    page.line(
        "token for as long as somebody keeps that. The list of API products is one for all: the HTTP");
    page.line("adapter makes one for each answer, which is not counted here.");
    page.line("");
    page.line("| class | objects | bytes |");
    page.line("|---|---|---|");
    for (List<String> line : results.read("footprint")) {
      page.line("| " + line.get(0) + " | " + line.get(1) + " | " + line.get(2) + " |");
    }
    page.line("");
  }
}
