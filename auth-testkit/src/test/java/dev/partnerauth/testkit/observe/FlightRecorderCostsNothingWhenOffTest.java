package dev.partnerauth.testkit.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.FlightJoined;
import dev.partnerauth.event.AuthEvent.SharedStoreRegained;
import dev.partnerauth.http.observe.JfrAuthEvents;
import dev.partnerauth.token.TokenKind;
import dev.partnerauth.token.TokenLabel;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;

class FlightRecorderCostsNothingWhenOffTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final ClientId APP = new ClientId("backend-key");

  private final JfrAuthEvents events = JfrAuthEvents.standard();
  private final AuthEvent joined =
      new FlightJoined(new TokenLabel(APP, TokenKind.ACCESS, Optional.empty()));
  private final AuthEvent regained = new SharedStoreRegained(APP);

  @Test
  void nothingIsMadeWhileNoRecordingIsUnderWay() {
    tell();

    assertThat(allocatedByTelling()).isZero();
  }

  @Test
  void whatARecordingWantsIsMade() {
    try (Recording recording = new Recording()) {
      recording.enable("dev.partnerauth.AuthEvent");
      recording.start();
      tell();

      assertThat(allocatedByTelling()).isPositive();
    }
  }

  private long allocatedByTelling() {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long empty = THREADS.getCurrentThreadAllocatedBytes() - before;
    before = THREADS.getCurrentThreadAllocatedBytes();
    tell();
    return THREADS.getCurrentThreadAllocatedBytes() - before - empty;
  }

  private void tell() {
    for (int i = 0; i < 1_000; i++) {
      events.on(joined);
      events.on(regained);
    }
  }
}
