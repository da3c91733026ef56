package dev.partnerauth.testkit.admin;

import dev.partnerauth.testkit.engine.PlatformEngine;
import dev.partnerauth.testkit.fault.Faults;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.resource.Resources;
import dev.partnerauth.testkit.server.Exchanges;
import dev.partnerauth.testkit.time.MovableTime;
import java.util.Optional;

/** The platform that is operated here, part by part. */
public record Operated(
    PlatformEngine engine,
    Resources resources,
    Faults faults,
    Journal journal,
    Exchanges exchanges) {

  /** Its clocks, if they can be moved. */
  Optional<MovableTime> movableTime() {
    return engine.settings().time() instanceof MovableTime movable
        ? Optional.of(movable)
        : Optional.empty();
  }

  /** As it was in the beginning. */
  void reset() {
    faults.disarm();
    engine.reset();
    resources.reset();
    movableTime().ifPresent(MovableTime::reset);
    forgetRequests();
  }

  void forgetRequests() {
    journal.clear();
    exchanges.clear();
  }
}
