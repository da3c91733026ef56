package dev.partnerauth;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.port.AuthEvents;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Tells the watcher, on its own executor: neither a slow nor a throwing watcher hurts the call. */
record Announcer(AuthEvents events, Executor executor) {

  void announce(AuthEvent event) {
    try {
      executor.execute(() -> tell(event));
    } catch (RejectedExecutionException e) {
      // The watcher's executor is full or closed. A token matters more than the news of it.
    }
  }

  /**
   * The executor may run this in the very call that raised the event, which must not fail for it.
   */
  private void tell(AuthEvent event) {
    try {
      events.on(event);
    } catch (RuntimeException mistake) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, mistake);
    }
  }
}
