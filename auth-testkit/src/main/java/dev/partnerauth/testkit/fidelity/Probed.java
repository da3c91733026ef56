package dev.partnerauth.testkit.fidelity;

import dev.partnerauth.testkit.fidelity.Finding.Contradicted;
import dev.partnerauth.testkit.fidelity.Finding.Undecided;

/**
 * A row of the table, and what a probe of it found out.
 *
 * @param section in which the row stands
 * @since 0.1.0
 */
public record Probed(String section, Row row, Finding finding) {

  /** One line. */
  @Override
  public String toString() {
    String about = section + ": " + row.behaviour();
    if (finding instanceof Contradicted contradicted) {
      return "contradicted  " + about + " -- came " + contradicted.came();
    }
    return finding instanceof Undecided undecided
        ? "undecided     " + about + " -- " + undecided.why()
        : "confirmed     " + about;
  }
}
