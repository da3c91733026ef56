package dev.partnerauth.testkit.fidelity;

import dev.partnerauth.testkit.fidelity.Finding.Confirmed;
import dev.partnerauth.testkit.fidelity.Finding.Contradicted;
import dev.partnerauth.testkit.fidelity.Finding.Undecided;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What all probes found out. Prints a line for each, and their numbers; no secrets.
 *
 * @since 0.1.0
 */
public record FidelityReport(List<Probed> all) {

  public FidelityReport {
    all = List.copyOf(all);
  }

  public List<Probed> confirmed() {
    return those(Confirmed.class);
  }

  public List<Probed> contradicted() {
    return those(Contradicted.class);
  }

  public List<Probed> undecided() {
    return those(Undecided.class);
  }

  private List<Probed> those(Class<? extends Finding> kind) {
    return all.stream().filter(probed -> kind.isInstance(probed.finding())).toList();
  }

  @Override
  public String toString() {
    return all.stream().map(probed -> probed + "\n").collect(Collectors.joining())
        + "%d confirmed, %d contradicted, %d undecided"
            .formatted(confirmed().size(), contradicted().size(), undecided().size());
  }
}
