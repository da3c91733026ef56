package dev.partnerauth.benchmarks.report;

import java.util.Locale;

/** Writes a picture, shape by shape. */
final class Svg {

  private final StringBuilder shapes = new StringBuilder();

  Svg(int width, int height) {
    shapes.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" font-family=\"sans-serif\">\n",
            width, height, width, height));
    rectangle(0, 0, width, height, "#ffffff", 1);
  }

  void rectangle(double x, double y, double width, double height, String colour, double opacity) {
    shapes.append(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\""
                + " fill-opacity=\"%.2f\"/>\n",
            x, y, width, height, colour, opacity));
  }

  void line(double x1, double y1, double x2, double y2, String colour, double width) {
    shapes.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                + " stroke-width=\"%.1f\"/>\n",
            x1, y1, x2, y2, colour, width));
  }

  void circle(double x, double y, double radius, String colour) {
    shapes.append(
        format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>\n", x, y, radius, colour));
  }

  /**
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  void text(double x, double y, String anchor, int size, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    shapes.append(
        format(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\""
                + " fill=\"#24292f\">%s</text>\n",
            x, y, anchor, size, escaped));
  }

  String end() {
    return shapes + "</svg>\n";
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
