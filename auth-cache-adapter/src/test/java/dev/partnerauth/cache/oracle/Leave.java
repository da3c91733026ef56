package dev.partnerauth.cache.oracle;

import java.util.List;
import java.util.Optional;

/**
 * Whether to ask now.
 *
 * @param heldUpBy what speaks against it
 * @param claims what is held up meanwhile for the others, when this is the attempt that probes
 */
record Leave(Optional<Setback> heldUpBy, List<Claim> claims) {

  /** For an attempt that nobody holds up. */
  static Leave free() {
    return new Leave(Optional.empty(), List.of());
  }

  /** Whether this is the one attempt after a failure: it is to be sent once. */
  boolean isToProbe() {
    return !claims.isEmpty();
  }

  /** The attempt was not made, or taught nothing: somebody else may probe. */
  void giveBack() {
    claims.forEach(Claim::giveBack);
  }

  /** A series whose next attempt was taken. */
  record Claim(FailureMemory.Cell cell, Setback before, Setback claimed) {
    void giveBack() {
      cell.replace(claimed, before);
    }
  }
}
