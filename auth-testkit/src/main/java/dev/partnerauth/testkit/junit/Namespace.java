package dev.partnerauth.testkit.junit;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.Platform;
import dev.partnerauth.testkit.SandboxServer;
import dev.partnerauth.testkit.fault.Faults;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.journal.JournalEntry;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.testkit.time.MovableDelays;
import dev.partnerauth.testkit.time.MovableTime;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** What one test, or one class of tests, has for itself. */
final class Namespace implements AutoCloseable {

  private static final Map<Class<?>, Function<Namespace, Object>> PARAMETERS =
      Map.ofEntries(
          Map.entry(AuthSandbox.class, namespace -> namespace.sandbox),
          Map.entry(Platform.class, namespace -> namespace.platform),
          Map.entry(
              FakeAuthenticationApi.class,
              namespace -> FakeAuthenticationApi.to(namespace.platform)),
          Map.entry(PartnerAuth.class, Namespace::auth),
          Map.entry(BackendApp.class, namespace -> SeededApps.backend()),
          Map.entry(FrontendApp.class, namespace -> SeededApps.frontend()),
          Map.entry(MovableTime.class, namespace -> namespace.time),
          Map.entry(AuthRuntime.class, namespace -> namespace.runtime),
          Map.entry(Faults.class, namespace -> namespace.platform.faults()),
          Map.entry(Journal.class, namespace -> namespace.platform.journal()),
          Map.entry(Sandboxes.class, namespace -> namespace.sandboxes));

  private final boolean allowsUnexpectedRequests;
  private final MovableTime time;
  private final Platform platform;
  private final AuthSandbox sandbox;
  private final Sandboxes sandboxes = new Sandboxes();
  private final AuthRuntime runtime;

  Namespace(AuthSandboxTest wanted, SandboxServer server) {
    this.allowsUnexpectedRequests = wanted.allowsUnexpectedRequests();
    this.time =
        wanted.stoppedAt().isEmpty()
            ? MovableTime.running()
            : MovableTime.stoppedAt(instant(wanted.stoppedAt()));
    this.platform = Platform.of(SandboxSettings.standard().at(time).with(wanted.behaviours()));
    this.sandbox = server.serve(platform);
    this.runtime = AuthRuntime.system().at(time).delayedBy(MovableDelays.on(time));
  }

  private static Instant instant(String stoppedAt) {
    try {
      return Instant.parse(stoppedAt);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "stoppedAt is \"" + stoppedAt + "\". Use an instant such as 2026-01-31T09:00:00Z.", e);
    }
  }

  /** Whether there is one of this type for every test. */
  static boolean handsOut(Class<?> type) {
    return PARAMETERS.containsKey(type);
  }

  private PartnerAuth auth() {
    return PartnerAuth.of(
        FakeAuthenticationApi.to(platform), SeededApps.backend(), TokenCache.none(), runtime);
  }

  Object parameter(Class<?> type) {
    return Objects.requireNonNull(PARAMETERS.get(type)).apply(this);
  }

  /** For whoever reads of a test that failed. */
  Throwable state() {
    List<String> lines = new ArrayList<>(platform.faults().armed());
    lines.replaceAll(plan -> "armed: " + plan);
    platform.journal().entries().stream().map(JournalEntry::describe).forEach(lines::add);
    return new SandboxState(String.join("\n", lines));
  }

  /** Closed by default: what nobody expected, or what did not happen, is no success. */
  void verify() {
    List<String> complaints = new ArrayList<>();
    List<JournalEntry> unexpected =
        allowsUnexpectedRequests ? List.of() : platform.journal().unexpected();
    if (!unexpected.isEmpty()) {
      complaints.add(
          told(
              "The platform got requests that no document foresees. Mend the client, or say"
                  + " allowsUnexpectedRequests = true.",
              unexpected.stream().map(JournalEntry::describe).toList()));
    }
    List<String> outstanding = platform.faults().outstanding();
    if (!outstanding.isEmpty()) {
      complaints.add(
          told(
              "Faults were planned and did not happen. Send the requests that they wait for, or"
                  + " disarm them.",
              outstanding));
    }
    List<URI> open = sandboxes.closeTheRest();
    if (!open.isEmpty()) {
      complaints.add(
          told(
              "Sandboxes were left open. Close each, best by try-with-resources.",
              open.stream().map(URI::toString).toList()));
    }
    if (!complaints.isEmpty()) {
      throw new AssertionFailedError(String.join("\n", complaints));
    }
  }

  private static String told(String complaint, List<String> lines) {
    return complaint + lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
  }

  @Override
  public void close() {
    sandboxes.closeTheRest();
    sandbox.close();
  }
}
