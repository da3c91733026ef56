package dev.partnerauth.testkit;

import dev.partnerauth.testkit.server.PlatformServer;
import java.net.URI;

/**
 * The platform over HTTP, on loopback: real requests, real answers, no credentials. Serves from the
 * moment it is made until it is closed.
 */
public final class AuthSandbox implements AutoCloseable {

  private final PlatformServer server;

  private AuthSandbox(PlatformServer server) {
    this.server = server;
  }

  /** With the seeded apps and the system's clocks, on a free port. */
  public static AuthSandbox start() {
    return start(SandboxSettings.standard());
  }

  /** On a free port of {@code 127.0.0.1}. */
  public static AuthSandbox start(SandboxSettings settings) {
    return start(settings, "127.0.0.1", 0);
  }

  /**
   * Wherever you like.
   *
   * @param port 0 for any free one
   * @throws java.io.UncheckedIOException when the address cannot be listened on
   */
  public static AuthSandbox start(SandboxSettings settings, String host, int port) {
    return new AuthSandbox(PlatformServer.start(settings, host, port));
  }

  /** Scheme, host and port. */
  public URI root() {
    return server.root();
  }

  /** The base address of the Authentication API: the part before {@code /accesstoken}. */
  public URI base() {
    return server.base();
  }

  @Override
  public void close() {
    server.close();
  }
}
