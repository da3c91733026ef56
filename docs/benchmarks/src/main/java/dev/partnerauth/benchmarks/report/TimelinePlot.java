package dev.partnerauth.benchmarks.report;

import java.util.List;

/**
 * The slowest read of each tenth of a second, on a logarithmic scale, and the requests above it.
 */
record TimelinePlot(String title, List<List<String>> lines) {

  private static final int LEFT = 70;
  private static final int WIDTH = 780;
  private static final int TOP = 96;
  private static final int HEIGHT = 170;
  private static final double LEAST_MILLIS = 0.001;
  private static final int DECADES = 6;

  private static final String READ = "#0969da";
  private static final String FAILED = "#cf222e";
  private static final String REQUEST = "#1a7f37";

  String svg() {
    Svg svg = new Svg(LEFT + WIDTH + 30, TOP + HEIGHT + 50);
    svg.text(12, 24, "start", 14, title);
    svg.text(
        LEFT, 46, "start", 11, "requests: green answered, red refused; grey: the server is down");
    double end = lines.stream().mapToDouble(line -> end(line)).max().orElse(1);
    for (List<String> line : lines) {
      if (line.get(0).equals("outage")) {
        double from = x(number(line, 1), end);
        svg.rectangle(from, 56, x(number(line, 2), end) - from, TOP + HEIGHT - 56, "#6e7781", 0.25);
      }
    }
    axes(svg, end);
    double bin = Math.max(1, WIDTH / (end * 10) - 0.5);
    for (List<String> line : lines) {
      double x = x(number(line, 1), end);
      switch (line.get(0)) {
        case "read", "failed" -> {
          double y = y(number(line, 2));
          svg.rectangle(
              x, y, bin, TOP + HEIGHT - y, line.get(0).equals("read") ? READ : FAILED, 0.8);
        }
        case "request" -> svg.circle(x, 70, 4, REQUEST);
        case "refused" -> svg.circle(x, 70, 4, FAILED);
        case "served" -> {
          double until = x(number(line, 2), end);
          svg.line(until, 84, until, TOP + HEIGHT, "#9a6700", 1.5);
          svg.text(until - 4, 92, "end", 11, "the first token is served until here");
        }
        default -> {}
      }
    }
    return svg.end();
  }

  private static void axes(Svg svg, double end) {
    for (int decade = 0; decade <= DECADES; decade++) {
      double millis = LEAST_MILLIS * Math.pow(10, decade);
      svg.line(LEFT, y(millis), LEFT + WIDTH, y(millis), "#d0d7de", 1);
      svg.text(LEFT - 6, y(millis) + 4, "end", 11, label(millis));
    }
    double step = end > 20 ? 5 : 1;
    for (double second = 0; second <= end; second += step) {
      svg.text(x(second, end), TOP + HEIGHT + 16, "middle", 11, Results.number("%.0f s", second));
    }
    svg.text(
        LEFT, TOP + HEIGHT + 36, "start", 11, "slowest read of each 0.1 s; red: the read failed");
  }

  private static String label(double millis) {
    if (millis >= 1000) {
      return Results.number("%.0f s", millis / 1000);
    }
    return millis >= 1
        ? Results.number("%.0f ms", millis)
        : Results.number("%.0f µs", millis * 1000);
  }

  private static double x(double seconds, double end) {
    return LEFT + Math.max(0, seconds) / end * WIDTH;
  }

  private static double y(double millis) {
    double decades = Math.log10(Math.max(millis, LEAST_MILLIS) / LEAST_MILLIS);
    return TOP + HEIGHT - Math.min(decades, DECADES) / DECADES * HEIGHT;
  }

  private static double end(List<String> line) {
    return line.get(0).equals("outage") || line.get(0).equals("served")
        ? number(line, 2)
        : number(line, 1);
  }

  private static double number(List<String> line, int index) {
    return Double.parseDouble(line.get(index));
  }
}
