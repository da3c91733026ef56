package dev.partnerauth.testkit.settings;

import dev.partnerauth.port.Time;
import dev.partnerauth.purpose.PurposeRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a sandbox knows, and how it behaves. Immutable.
 *
 * @param apps registered with it
 * @param purposes registered with it
 * @param time its clocks
 * @param behaviours what it does otherwise than it would by itself
 */
public record SandboxSettings(
    List<SandboxApp> apps, PurposeRegistry purposes, Time time, Set<Behaviour> behaviours) {

  public SandboxSettings {
    apps = List.copyOf(apps);
    behaviours = Set.copyOf(behaviours);
  }

  /** The seeded apps, the standard purposes, the system's clocks, strict. */
  public static SandboxSettings standard() {
    return new SandboxSettings(
        SeededApps.all(), PurposeRegistry.standard(), Time.system(), Set.of());
  }

  /** One more app, which replaces one of the same key. */
  public SandboxSettings with(SandboxApp app) {
    List<SandboxApp> more = new ArrayList<>(apps);
    more.removeIf(known -> known.clientId().equals(app.clientId()));
    more.add(app);
    return new SandboxSettings(more, purposes, time, behaviours);
  }

  /** With these apps and no others. */
  public SandboxSettings withOnly(List<SandboxApp> registered) {
    return new SandboxSettings(registered, purposes, time, behaviours);
  }

  public SandboxSettings with(PurposeRegistry registered) {
    return new SandboxSettings(apps, registered, time, behaviours);
  }

  public SandboxSettings at(Time clocks) {
    return new SandboxSettings(apps, purposes, clocks, behaviours);
  }

  /** With these behaviours as well. */
  public SandboxSettings with(Behaviour... further) {
    Set<Behaviour> more = new HashSet<>(behaviours);
    more.addAll(Arrays.asList(further));
    return new SandboxSettings(apps, purposes, time, more);
  }

  public boolean has(Behaviour behaviour) {
    return behaviours.contains(behaviour);
  }
}
