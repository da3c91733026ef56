package dev.partnerauth.testkit.contract;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.port.AuthEvents;
import java.util.ArrayList;
import java.util.List;

/** What the cache told, in order. Thread-safe. */
final class RecordedEvents implements AuthEvents {

  private final List<AuthEvent> told = new ArrayList<>();

  @Override
  public synchronized void on(AuthEvent event) {
    told.add(event);
  }

  synchronized List<AuthEvent> told() {
    return List.copyOf(told);
  }
}
