package dev.partnerauth.testkit.settings;

import dev.partnerauth.port.Time;
import dev.partnerauth.purpose.PurposeRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a sandbox knows, and how it behaves. Immutable.
 *
 * @since 0.1.0
 */
public final class SandboxSettings {

  private final List<SandboxApp> apps;
  private final PurposeRegistry purposes;
  private final Time time;
  private final Set<Behaviour> behaviours;

  private SandboxSettings(
      List<SandboxApp> apps, PurposeRegistry purposes, Time time, Set<Behaviour> behaviours) {
    this.apps = List.copyOf(apps);
    this.purposes = purposes;
    this.time = time;
    this.behaviours = Set.copyOf(behaviours);
  }

  /** The seeded apps, the standard purposes, the system's clocks, strict. */
  public static SandboxSettings standard() {
    return new SandboxSettings(
        SeededApps.all(), PurposeRegistry.standard(), Time.system(), Set.of());
  }

  /** Registered with it. */
  public List<SandboxApp> apps() {
    return apps;
  }

  /** Registered with it. */
  public PurposeRegistry purposes() {
    return purposes;
  }

  /** Its clocks. */
  public Time time() {
    return time;
  }

  /** What it does otherwise than it would by itself. */
  public Set<Behaviour> behaviours() {
    return behaviours;
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

  @Override
  public boolean equals(Object other) {
    return other instanceof SandboxSettings settings
        && apps.equals(settings.apps)
        && purposes.equals(settings.purposes)
        && time.equals(settings.time)
        && behaviours.equals(settings.behaviours);
  }

  @Override
  public int hashCode() {
    return Objects.hash(apps, purposes, time, behaviours);
  }

  @Override
  public String toString() {
    return "SandboxSettings[apps="
        + apps
        + ", purposes="
        + purposes
        + ", time="
        + time
        + ", behaviours="
        + behaviours
        + "]";
  }
}
