package dev.partnerauth.testkit.journal;

import java.util.List;

/** What was expected beside what came. */
final class TwoColumns {

  private TwoColumns() {}

  static String of(List<String> expected, List<String> came) {
    int width =
        Math.max("expected".length(), expected.stream().mapToInt(String::length).max().orElse(0));
    StringBuilder table = new StringBuilder();
    line(table, width, "expected", "came");
    for (int i = 0; i < Math.max(expected.size(), came.size()); i++) {
      line(table, width, cell(expected, i), cell(came, i));
    }
    return table.toString();
  }

  private static String cell(List<String> column, int row) {
    return row < column.size() ? column.get(row) : "";
  }

  private static void line(StringBuilder table, int width, String left, String right) {
    table
        .append('\n')
        .append(left)
        .append(" ".repeat(width - left.length()))
        .append(" | ")
        .append(right);
  }
}
