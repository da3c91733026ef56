package dev.partnerauth.port;

import dev.partnerauth.event.AuthEvent;
import java.util.List;

/** Several watchers, one after the other. */
record AllAuthEvents(List<AuthEvents> watchers) implements AuthEvents {

  @Override
  public void on(AuthEvent event) {
    for (AuthEvents watcher : watchers) {
      try {
        watcher.on(event);
      } catch (Throwable thrown) {
        UncaughtErrors.tell(thrown);
      }
    }
  }
}
