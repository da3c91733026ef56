package dev.partnerauth.testkit.server;

import dev.partnerauth.port.Delays;
import dev.partnerauth.testkit.engine.PlatformEngine;
import dev.partnerauth.testkit.engine.TokenEndpoints;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.resource.Resources;
import java.time.Instant;

/** One platform, as it is served at one port. */
public final class Site {

  private final PlatformEngine engine;
  private final PlatformRoutes routes;
  private final Delays delays;

  public Site(
      PlatformEngine engine,
      TokenEndpoints endpoints,
      Resources resources,
      Journal journal,
      Delays delays) {
    this.engine = engine;
    this.routes = new PlatformRoutes(engine, endpoints, resources, journal);
    this.delays = delays;
  }

  Instant now() {
    return engine.now();
  }

  PlatformRoutes routes() {
    return routes;
  }

  Delays delays() {
    return delays;
  }
}
