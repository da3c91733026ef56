package dev.partnerauth.benchmarks.report;

import java.util.List;

/** Bars that lie on their sides, with a line from the least to the most that was measured. */
record BarChart(String title, String unit, List<Bar> bars) {

  /** One of them. */
  record Bar(String label, double least, double median, double most, String colour) {}

  private static final int LABELS = 250;
  private static final int WIDTH = 430;
  private static final int ROW = 26;
  private static final int TOP = 40;

  String svg() {
    double longest = bars.stream().mapToDouble(Bar::median).max().orElse(1) * 1.4;
    int height = TOP + bars.size() * ROW + 34;
    Svg svg = new Svg(LABELS + WIDTH + 90, height);
    svg.text(12, 24, "start", 14, title);
    int y = TOP;
    for (Bar bar : bars) {
      double width = bar.median() / longest * WIDTH;
      double least = LABELS + Math.min(1, bar.least() / longest) * WIDTH;
      double most = LABELS + Math.min(1, bar.most() / longest) * WIDTH;
      svg.text(LABELS - 8, y + 15, "end", 12, bar.label());
      svg.rectangle(LABELS, y + 3, width, ROW - 8, bar.colour(), 1);
      svg.line(least, y + 12, most, y + 12, "#24292f", 1.5);
      svg.text(most + 6, y + 16, "start", 12, Results.number("%.1f", bar.median()));
      y += ROW;
    }
    svg.text(
        LABELS,
        y + 18,
        "start",
        11,
        unit + ": bar to the median, line from fastest to slowest iteration");
    return svg.end();
  }
}
