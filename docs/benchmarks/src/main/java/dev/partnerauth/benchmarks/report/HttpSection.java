package dev.partnerauth.benchmarks.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What getting a token over HTTP costs. */
record HttpSection(Results results, Page page) {

  private static final String FILE = "calls";
  private static final String OURS = "#0969da";
  private static final String REFERENCE = "#afb8c1";

  private static final double LIMIT = 1.3;
  private static final double DECODING_LIMIT = 10;

  private static final String DECODING = "AnswerDecoding.accessToken";
  private static final Map<String, String> NAMES =
      Map.of(
          "CLASSIC_BY_HAND",
          "by hand, HttpClient 5 classic",
          "CLASSIC",
          "ApacheClassicTransport",
          "ASYNC_BY_HAND",
          "by hand, HttpClient 5 asynchronous",
          "ASYNC",
          "ApacheAsyncTransport",
          "ASYNC_ON_COMMON_POOL",
          "the same, common pool",
          "JDK_BY_HAND",
          "by hand, java.net.http",
          "JDK",
          "JdkTransport",
          DECODING,
          "HttpAuthenticationApi.accessToken",
          "AnswerDecoding.serviceToken",
          "HttpAuthenticationApi.serviceToken");

  private static final List<String> FLOWS =
      List.of(
          "CLASSIC_BY_HAND",
          "CLASSIC",
          "ASYNC_BY_HAND",
          "ASYNC",
          "ASYNC_ON_COMMON_POOL",
          "JDK_BY_HAND",
          "JDK");

  void targets(Targets targets) {
    ratio(targets, "CLASSIC", "CLASSIC_BY_HAND", LIMIT);
    ratio(targets, "ASYNC", "ASYNC_BY_HAND", LIMIT);
    ratio(targets, "CLASSIC", "JDK_BY_HAND", 1);
    ratio(targets, "ASYNC", "JDK_BY_HAND", 1);
    Iterations decoding = iterations(DECODING);
    if (!decoding.isEmpty()) {
      targets.row(
          "Decoding an access token's answer, with the call around it",
          Results.number("< %.0f µs", DECODING_LIMIT),
          Results.number(
              "%.1f µs (fastest iteration), %.1f µs (median)",
              decoding.fastest(), decoding.median()),
          decoding.median() < DECODING_LIMIT);
    }
    targets.rows(results);
  }

  private void ratio(Targets targets, String ours, String reference, double limit) {
    targets.ratio(
        "Three requests, " + name(ours) + ": median time, compared with " + name(reference),
        iterations(ours),
        iterations(reference),
        limit,
        Targets.Judge.MEDIANS);
  }

  private static String name(String benchmark) {
    return NAMES.getOrDefault(benchmark, benchmark);
  }

  private Iterations iterations(String benchmark) {
    return Iterations.of(results, FILE, benchmark, 1);
  }

  /** Nothing, unless it was measured. */
  void write() throws IOException {
    if (results.read(FILE).isEmpty()) {
      return;
    }
    page.line("## What a token costs over HTTP");
    page.line("");
    page.line("### Access token, service token, scoped token");
    page.line("");
    table(FLOWS, "three requests");
    chart();
    page.line("### Making a token of an answer");
    page.line("");
    table(List.of(DECODING, "AnswerDecoding.serviceToken"), "one call, answered at once");
    page.line("### Many at once");
    page.line("");
    ScenarioSection.table(results, page);
  }

  private void table(List<String> benchmarks, String what) {
    page.row(what, "median, µs", "fastest, µs", "slowest, µs", "allocated, bytes");
    page.line("|---|---|---|---|---|");
    for (String benchmark : benchmarks) {
      Iterations calls = iterations(benchmark);
      if (!calls.isEmpty()) {
        page.row(
            name(benchmark),
            Results.number("%.1f", calls.median()),
            Results.number("%.1f", calls.fastest()),
            Results.number("%.1f", calls.slowest()),
            Results.number("%.0f", calls.bytes()));
      }
    }
    page.line("");
  }

  private void chart() throws IOException {
    List<BarChart.Bar> bars = new ArrayList<>();
    for (String benchmark : FLOWS) {
      Iterations calls = iterations(benchmark);
      if (!calls.isEmpty()) {
        bars.add(
            new BarChart.Bar(
                name(benchmark),
                calls.fastest(),
                calls.median(),
                calls.slowest(),
                benchmark.endsWith("BY_HAND") ? REFERENCE : OURS));
      }
    }
    String title = "Three requests over loopback";
    page.plot("http-flow", title, new BarChart(title, "µs", bars).svg());
  }
}
