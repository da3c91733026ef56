package dev.partnerauth.port;

import dev.partnerauth.event.AuthEvent;

/**
 * Watches what happens to tokens. Called on the executor that the caller chose for events; must be
 * thread-safe. What it throws goes to its thread's uncaught exception handler and hurts no call.
 */
@FunctionalInterface
public interface AuthEvents {

  void on(AuthEvent event);

  /** Nobody watches. Always the same, so that events need not even be raised. */
  static AuthEvents none() {
    return NoAuthEvents.INSTANCE;
  }
}
