package dev.partnerauth.testkit;

import dev.partnerauth.port.Time;
import dev.partnerauth.purpose.PurposeRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sandbox knows and how strict it is.
 *
 * @param apps registered with it
 * @param purposes registered with it
 * @param time its clocks
 * @param lenient whether a back-end app may exchange service tokens, as one published guide shows
 */
public record SandboxSettings(
    List<SandboxApp> apps, PurposeRegistry purposes, Time time, boolean lenient) {

  public SandboxSettings {
    apps = List.copyOf(apps);
  }

  /** The seeded apps, the standard purposes, the system's clocks, strict. */
  public static SandboxSettings standard() {
    return new SandboxSettings(SeededApps.all(), PurposeRegistry.standard(), Time.system(), false);
  }

  /** One more app, which replaces one of the same key. */
  public SandboxSettings with(SandboxApp app) {
    List<SandboxApp> more = new ArrayList<>(apps);
    more.removeIf(known -> known.clientId().equals(app.clientId()));
    more.add(app);
    return new SandboxSettings(more, purposes, time, lenient);
  }

  public SandboxSettings with(PurposeRegistry registered) {
    return new SandboxSettings(apps, registered, time, lenient);
  }

  public SandboxSettings at(Time clocks) {
    return new SandboxSettings(apps, purposes, clocks, lenient);
  }

  /** Lets a back-end app exchange service tokens. */
  public SandboxSettings leniently() {
    return new SandboxSettings(apps, purposes, time, true);
  }
}
