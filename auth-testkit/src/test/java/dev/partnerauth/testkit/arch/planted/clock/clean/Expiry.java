package dev.partnerauth.testkit.arch.planted.clock.clean;

import java.time.Clock;
import java.time.Instant;

class Expiry {

  Instant now(Clock clock) {
    return Instant.now(clock);
  }
}
