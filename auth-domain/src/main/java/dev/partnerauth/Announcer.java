package dev.partnerauth;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.port.AuthEvents;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Tells the watcher, on its own executor: neither a slow nor a throwing watcher hurts the call. */
record Announcer(AuthEvents events, Executor executor) {

  void announce(AuthEvent event) {
    if (AuthEvents.none().equals(events)) {
      return;
    }
    try {
      executor.execute(() -> tell(event));
    } catch (RejectedExecutionException e) {
      // The watcher's executor is full or closed. A token matters more than the news of it.
    }
  }

  /** An executor may run the watcher on the caller's own thread: what it throws must not escape. */
  private void tell(AuthEvent event) {
    try {
      events.on(event);
    } catch (Throwable thrown) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    }
  }
}
