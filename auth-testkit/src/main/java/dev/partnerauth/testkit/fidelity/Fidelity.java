package dev.partnerauth.testkit.fidelity;

import java.util.List;

/**
 * The table of all behaviours, as {@code docs/fidelity.md} shows it.
 *
 * @since 0.1.0
 */
public final class Fidelity {

  private static final String NEVER_ANSWERED =
      """
      By itself: rate limits, 5xx, HTML pages, answers that are cut, late or garbled. [testing.md](testing.md) tells how to plan them.
      Not at all: redirects, and the two other published reasons for a 403 (a header or a claim that is not allowed); a transport of
      your own can answer those.
      """;

  private Fidelity() {}

  public static List<Section> sections() {
    return List.of(
        HttpRows.section(),
        AccessTokenRows.section(),
        ServiceTokenRows.section(),
        ResourceRows.rocketDocument(),
        ResourceRows.bindersAndEvents(),
        TokenRows.section(),
        new Section("What it never answers", List.of(new Section.Part(NEVER_ANSWERED, List.of()))),
        FakeRows.section());
  }

  static Section sectionOf(Row row) {
    return sections().stream()
        .filter(section -> section.rows().contains(row))
        .findFirst()
        .orElseThrow();
  }
}
