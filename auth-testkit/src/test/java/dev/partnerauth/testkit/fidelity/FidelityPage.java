package dev.partnerauth.testkit.fidelity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code docs/fidelity.md}, written from the table. */
final class FidelityPage {

  private static final String HEAD =
      """
      # Fidelity

      What the sandbox does, and how we know that the platform does so too. The executable's sandbox, `AuthSandbox` and
      `FakeAuthenticationApi` share one engine; the last section says where the fake differs. This page is generated from
      the table in `dev.partnerauth.testkit.fidelity`; [contract-suites.md](contract-suites.md#on-the-platform-itself) tells how to ask the platform itself.

      | tag | means |
      |---|---|
      | *documented* | a published document says so |
      | *observed* | seen in a published sample request, answer or token |
      | *assumed* | nobody says; we chose, and the reason stands beside it |

      Sources: the **reference** is the Authentication API's published OpenAPI document; the **guide** is the published guide
      to tokens in the interview process; **other documentation** is that of the platform's neighbouring APIs and of an older
      edition of this one.
      """;

  private FidelityPage() {}

  static String markdown() {
    return HEAD
        + Fidelity.sections().stream().map(FidelityPage::section).collect(Collectors.joining());
  }

  private static String section(Section section) {
    return "\n## "
        + section.title()
        + "\n"
        + section.parts().stream().map(FidelityPage::part).collect(Collectors.joining());
  }

  private static String part(Section.Part part) {
    String prose = part.prose().isEmpty() ? "" : "\n" + part.prose() + "\n";
    return part.rows().isEmpty() ? prose : prose + table(part.rows());
  }

  private static String table(List<Row> rows) {
    return "\n| behaviour | tag | source or reason |\n|---|---|---|\n"
        + rows.stream().map(FidelityPage::row).collect(Collectors.joining());
  }

  private static String behaviour(Row row) {
    return row.behaviour()
        + row.otherwise().map(behaviour -> "; not so with `" + behaviour + "`").orElse("");
  }

  private static String row(Row row) {
    return "| %s | %s | %s |\n"
        .formatted(behaviour(row), row.tag().name().toLowerCase(Locale.ROOT), row.source());
  }
}
