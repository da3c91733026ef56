package dev.partnerauth.testkit;

import dev.partnerauth.testkit.server.PlatformServer;
import java.util.Optional;

/**
 * One HTTP server for any number of platforms, each at a port of its own. Two threads serve all of
 * them. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SandboxServer implements AutoCloseable {

  private final PlatformServer server;

  private SandboxServer(PlatformServer server) {
    this.server = server;
  }

  /** Runs when it returns. */
  public static SandboxServer start() {
    return new SandboxServer(PlatformServer.start(Optional.empty()));
  }

  /** On a free port of {@code 127.0.0.1}, until the sandbox is closed, or the server is. */
  public AuthSandbox serve(Platform platform) {
    return AuthSandbox.on(server, platform);
  }

  @Override
  public void close() {
    server.close();
  }
}
