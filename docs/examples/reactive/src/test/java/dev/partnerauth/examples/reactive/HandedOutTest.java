package dev.partnerauth.examples.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HandedOutTest {

  @Test
  void theTokenIsNotPrinted() {
    HandedOut handedOut = new HandedOut("the-token", Instant.parse("2026-01-31T09:00:00Z"));

    assertThat(handedOut).hasToString("HandedOut[expiresAt=2026-01-31T09:00:00Z]");
  }
}
