package dev.partnerauth.testkit.fidelity;

import dev.partnerauth.testkit.fault.Refusal;

/** A refusal as the rows tell it. */
final class Refused {

  private Refused() {}

  static String fault(Refusal refusal) {
    return "%d, `fault`, `%s`, `%s`".formatted(refusal.status(), refusal.text(), refusal.code());
  }
}
