package dev.partnerauth.testkit;

import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.server.Listening;
import dev.partnerauth.testkit.server.PlatformServer;
import dev.partnerauth.testkit.settings.SandboxSettings;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A platform reached over HTTP: real requests, real answers, no credentials. Serves from the moment
 * it is made until it is closed.
 */
public final class AuthSandbox implements AutoCloseable {

  private final Platform platform;
  private final Listening listening;
  private final Runnable closing;
  private final AtomicBoolean open = new AtomicBoolean(true);

  private AuthSandbox(Platform platform, Listening listening, Runnable closing) {
    this.platform = platform;
    this.listening = listening;
    this.closing = closing;
  }

  /** With the seeded apps and the system's clocks, on a free port of {@code 127.0.0.1}. */
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
    return serving(Platform.of(settings), host, port);
  }

  /**
   * A platform that is there already.
   *
   * @param port 0 for any free one
   * @throws java.io.UncheckedIOException when the address cannot be listened on
   */
  public static AuthSandbox serving(Platform platform, String host, int port) {
    PlatformServer server = PlatformServer.start();
    try {
      return on(server, platform, host, port, server::close);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** One of several on a server. */
  static AuthSandbox on(
      PlatformServer server, Platform platform, String host, int port, Runnable closing) {
    Listening listening = server.listen(platform.site(server::isServing), host, port);
    return new AuthSandbox(platform, listening, closing);
  }

  /** What is reached here. */
  public Platform platform() {
    return platform;
  }

  /** What was asked and answered. */
  public Journal journal() {
    return platform.journal();
  }

  /** Plans what is to go wrong from now on. */
  public void plan(FaultPlan plan) {
    platform.plan(plan);
  }

  /** Scheme, host and port. */
  public URI root() {
    return listening.root();
  }

  /** The base address of the Authentication API: the part before {@code /accesstoken}. */
  public URI base() {
    return listening.base();
  }

  /** False once it was closed. */
  public boolean isOpen() {
    return open.get();
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      listening.close();
      closing.run();
    }
  }
}
