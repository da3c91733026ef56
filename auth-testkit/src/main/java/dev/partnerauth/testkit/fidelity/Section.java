package dev.partnerauth.testkit.fidelity;

import java.util.List;

/**
 * What belongs together, such as all that an endpoint does.
 *
 * @since 0.1.0
 */
public record Section(String title, List<Part> parts) {

  /**
   * @param prose what comes before the rows, in Markdown; empty where they speak for themselves
   */
  public record Part(String prose, List<Row> rows) {

    public Part {
      prose = prose.strip();
      rows = List.copyOf(rows);
    }
  }

  public Section {
    parts = List.copyOf(parts);
  }

  static Section of(String title, List<Row> rows) {
    return new Section(title, List.of(new Part("", rows)));
  }

  public List<Row> rows() {
    return parts.stream().flatMap(part -> part.rows().stream()).toList();
  }
}
