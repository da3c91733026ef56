package dev.partnerauth.testkit.settings;

import dev.partnerauth.app.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The apps that are registered at present. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Apps {

  private final Map<ClientId, SandboxApp> byKey = new ConcurrentHashMap<>();
  private final Map<String, SandboxApp> byApplicationName = new ConcurrentHashMap<>();
  private final Map<ClientId, String> names = new ConcurrentHashMap<>();

  public Apps(Collection<SandboxApp> registered) {
    registered.forEach(this::register);
  }

  /** These and no others. */
  public void replaceAll(Collection<SandboxApp> registered) {
    all().forEach(app -> remove(app.clientId()));
    registered.forEach(this::register);
  }

  /** Adds the app, or replaces the one with its key. */
  public void register(SandboxApp app) {
    byKey.put(app.clientId(), app);
    byApplicationName.put(nameOf(app), app);
  }

  /** From now on its credentials are wrong, and its tokens open nothing. */
  public void remove(ClientId key) {
    Optional.ofNullable(byKey.remove(key)).ifPresent(app -> byApplicationName.remove(nameOf(app)));
    names.remove(key);
  }

  public Optional<SandboxApp> find(ClientId key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** By {@link SandboxApp#applicationName}. */
  public Optional<SandboxApp> named(String applicationName) {
    return Optional.ofNullable(byApplicationName.get(applicationName));
  }

  /** {@link SandboxApp#applicationName}, which is a hash, and asked for by every token. */
  public String nameOf(SandboxApp app) {
    return names.computeIfAbsent(app.clientId(), key -> app.applicationName());
  }

  /** In no particular order. */
  public List<SandboxApp> all() {
    return List.copyOf(byKey.values());
  }
}
