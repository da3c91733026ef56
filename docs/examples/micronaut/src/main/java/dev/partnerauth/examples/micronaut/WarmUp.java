package dev.partnerauth.examples.micronaut;

import dev.partnerauth.PartnerAuth;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** The first visitor does not wait for the general token. */
@Singleton
final class WarmUp {

  private final PartnerAuth auth;

  WarmUp(PartnerAuth auth) {
    this.auth = auth;
  }

  @EventListener
  void on(ServerStartupEvent started) {
    auth.warmUp();
  }
}
