package dev.partnerauth.benchmarks.report;

/** The rows of the table of targets. */
record Targets(Page page) {

  /** Which of two measures is judged by. */
  enum Judge {
    FASTEST,
    MEDIANS
  }

  void row(String what, String target, String measured, boolean met) {
    page.row(what, target, measured, met ? "met" : "**missed**");
  }

  /** All rows that have a target. */
  void rows(Results results) {
    results.rows().stream()
        .filter(row -> !row.verdict().equals("-"))
        .forEach(
            row ->
                row(
                    row.scenario() + ": " + row.measure(),
                    row.target(),
                    row.measured(),
                    row.verdict().equals("met")));
  }

  /** Nothing, unless both were measured. */
  void ratio(String what, Iterations ours, Iterations reference, double limit, Judge judge) {
    if (ours.isEmpty() || reference.isEmpty()) {
      return;
    }
    double fastest = ours.fastest() / reference.fastest();
    double medians = ours.median() / reference.median();
    row(
        what,
        Results.number("<= %.2f", limit),
        Results.number("%.2f (fastest iterations), %.2f (medians)", fastest, medians),
        (judge == Judge.FASTEST ? fastest : medians) <= limit);
  }
}
