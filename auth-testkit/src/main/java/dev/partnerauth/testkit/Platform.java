package dev.partnerauth.testkit;

import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import dev.partnerauth.testkit.admin.AdminApi;
import dev.partnerauth.testkit.admin.Health;
import dev.partnerauth.testkit.admin.Operated;
import dev.partnerauth.testkit.console.Console;
import dev.partnerauth.testkit.engine.OpenedToken;
import dev.partnerauth.testkit.engine.PlatformEngine;
import dev.partnerauth.testkit.engine.TokenEndpoints;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Faults;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.journal.Lineage;
import dev.partnerauth.testkit.resource.Resources;
import dev.partnerauth.testkit.server.Exchanges;
import dev.partnerauth.testkit.server.PlatformRoutes;
import dev.partnerauth.testkit.server.Site;
import dev.partnerauth.testkit.settings.Apps;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.time.MovableDelays;
import dev.partnerauth.testkit.time.MovableTime;
import dev.partnerauth.token.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A platform: its apps, its key, its clock, its faults and its journal. {@link
 * FakeAuthenticationApi} and {@link AuthSandbox} are ways to reach one; through both at once it is
 * still one, and knows the tokens of either. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Platform {

  private final PlatformEngine engine;
  private final Faults faults = new Faults();
  private final Journal journal;
  private final TokenEndpoints endpoints;
  private final Resources resources;
  private final Delays delays;

  private Platform(SandboxSettings settings) {
    this.engine = new PlatformEngine(settings);
    this.journal = new Journal(Journal.STANDARD_SIZE);
    this.endpoints = new TokenEndpoints(engine, faults, journal);
    this.resources = new Resources(engine, faults, journal);
    this.delays =
        settings.time() instanceof MovableTime movable
            ? MovableDelays.on(movable)
            : Delays.on(Runnable::run);
  }

  /** With the seeded apps, the standard purposes and the system's clocks. */
  public static Platform standard() {
    return of(SandboxSettings.standard());
  }

  public static Platform of(SandboxSettings settings) {
    return new Platform(settings);
  }

  /** As it was made with; the apps may have changed since. */
  public SandboxSettings settings() {
    return engine.settings();
  }

  /** The apps that are registered at present, to be changed at will. */
  public Apps apps() {
    return engine.apps();
  }

  /** What is planned to go wrong. */
  public Faults faults() {
    return faults;
  }

  /** Plans what is to go wrong from now on. */
  public void plan(FaultPlan plan) {
    faults.arm(plan);
  }

  /** What was asked and answered. */
  public Journal journal() {
    return journal;
  }

  /** The clocks that everything here follows. */
  public Time time() {
    return settings().time();
  }

  /**
   * From now on the token is refused like an unknown one.
   *
   * @return whether it was one of this platform's
   */
  public boolean revoke(Token token) {
    return engine.revoke(token.reveal());
  }

  /** Which tokens the token comes from; nothing when it is not one of this platform's. */
  public Optional<Lineage> lineageOf(Token token) {
    return engine.open(token.reveal()).map(OpenedToken::lineage);
  }

  TokenEndpoints endpoints() {
    return endpoints;
  }

  /**
   * As it is served over HTTP.
   *
   * @param serving whether it still is
   */
  Site site(BooleanSupplier serving) {
    Exchanges exchanges = new Exchanges();
    Operated operated = new Operated(engine, resources, faults, journal, exchanges);
    return new Site(
        List.of(new Health(serving), new AdminApi(operated), new Console()),
        new PlatformRoutes(engine, endpoints, resources, journal),
        exchanges,
        time(),
        delays);
  }

  Delays delays() {
    return delays;
  }
}
