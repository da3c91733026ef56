package dev.partnerauth.port;

import dev.partnerauth.event.AuthEvent;

/** Nobody watches. */
enum NoAuthEvents implements AuthEvents {
  INSTANCE;

  @Override
  public void on(AuthEvent event) {}
}
