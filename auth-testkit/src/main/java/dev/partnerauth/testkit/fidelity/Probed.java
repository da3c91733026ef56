package dev.partnerauth.testkit.fidelity;

import dev.partnerauth.testkit.fidelity.Finding.Contradicted;
import dev.partnerauth.testkit.fidelity.Finding.Undecided;

/** A row of the table, and what a probe of it found out. */
public record Probed(Row row, Finding finding) {

  /** One line. */
  @Override
  public String toString() {
    String about = Fidelity.sectionOf(row).title() + ": " + row.behaviour();
    if (finding instanceof Contradicted contradicted) {
      return "contradicted  " + about + " -- came " + contradicted.came();
    }
    return finding instanceof Undecided undecided
        ? "undecided     " + about + " -- " + undecided.why()
        : "confirmed     " + about;
  }
}
