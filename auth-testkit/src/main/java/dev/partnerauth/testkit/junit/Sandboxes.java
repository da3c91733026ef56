package dev.partnerauth.testkit.junit;

import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.settings.SandboxSettings;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Further sandboxes, each of which a test closes before it ends. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Sandboxes {

  private final List<AuthSandbox> started = new CopyOnWriteArrayList<>();

  Sandboxes() {}

  /** On a free port of {@code 127.0.0.1}, with a server of its own. */
  public AuthSandbox start(SandboxSettings settings) {
    AuthSandbox sandbox = AuthSandbox.start(settings);
    started.add(sandbox);
    return sandbox;
  }

  /** Closes what was left open, and tells where that was. */
  List<URI> closeTheRest() {
    List<AuthSandbox> open = started.stream().filter(AuthSandbox::isOpen).toList();
    open.forEach(AuthSandbox::close);
    return open.stream().map(AuthSandbox::root).toList();
  }
}
