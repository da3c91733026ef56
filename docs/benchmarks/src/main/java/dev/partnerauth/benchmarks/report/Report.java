package dev.partnerauth.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes {@code performance.md} and its plots from the data files of a run, and from nothing else.
 */
public final class Report {

  private final Results results;
  private final Page page;
  private final ReadSection reads;
  private final HttpSection http;
  private final ScenarioSection scenarios;
  private final SandboxSection sandbox;

  private Report(Results results, Page page) {
    this.results = results;
    this.page = page;
    this.reads = new ReadSection(results, page);
    this.http = new HttpSection(results.of("http"), page);
    this.scenarios = new ScenarioSection(results, page);
    this.sandbox = new SandboxSection(results.of("sandbox"), page);
  }

  /**
   * @param docs where the page is written, and a directory of the same name for the plots
   */
  public static void write(Results results, Path docs) throws IOException {
    new Report(results, new Page(docs)).write();
  }

  private void write() throws IOException {
    page.line("# Performance");
    page.line("");
    page.line(
        "Written by [the benchmarks](benchmarks/README.md) from what they measured; to change it,");
    page.line(
        "run them. Absolute numbers are those of one machine on one day. What holds elsewhere is how");
    page.line("they compare with what stands beside them, measured in the same run.");
    page.line("");
    machine();
    targets();
    reads.write();
    http.write();
    scenarios.write();
    sandbox.write();
    new Method(results, page).write();
    page.write();
  }

  private void machine() {
    page.row("", "");
    page.line("|---|---|");
    results.read("machine").forEach(line -> page.row(line.get(0), line.get(1)));
    page.line("");
    page.line(
        "The load is the machine's, of all that ran on it at the time: above the number of cores,");
    page.line("others had a part of the time that is measured here.");
    page.line("");
  }

  private void targets() {
    page.line("## Targets");
    page.line("");
    page.row("what", "target", "measured", "");
    page.line("|---|---|---|---|");
    Targets targets = new Targets(page);
    reads.targets(targets);
    http.targets(targets);
    scenarios.targets(targets);
    sandbox.targets(targets);
    page.line("");
  }
}
