package dev.partnerauth.port;

import dev.partnerauth.event.AuthEvent;
import java.util.stream.Stream;

/**
 * Watches what happens to tokens. Called on the executor that the caller chose for events; must be
 * thread-safe. What it throws goes to its thread's uncaught exception handler and hurts no call.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AuthEvents {

  void on(AuthEvent event);

  /** Nobody watches. Always the same, so that events need not even be raised. */
  static AuthEvents none() {
    return NoAuthEvents.INSTANCE;
  }

  /**
   * All of these watch, in this order. What one of them throws goes to the thread's uncaught
   * exception handler, and the others hear of the event all the same.
   */
  static AuthEvents all(AuthEvents... watchers) {
    return new AllAuthEvents(Stream.of(watchers).toList());
  }
}
