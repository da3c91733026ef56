package dev.partnerauth.testkit;

import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.server.Listening;
import dev.partnerauth.testkit.server.OwnServer;
import dev.partnerauth.testkit.server.PlatformServer;
import dev.partnerauth.testkit.settings.SandboxSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;

/**
 * A platform reached over HTTP: real requests, real answers, no credentials. Serves from the moment
 * it is made until it is closed.
 *
 * @since 0.1.0
 */
public final class AuthSandbox implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final Platform platform;
  private final Listening listening;
  private final Optional<OwnServer> own;
  private final AtomicBoolean open;

  private AuthSandbox(
      Platform platform, Listening listening, Optional<OwnServer> own, AtomicBoolean open) {
    this.platform = platform;
    this.listening = listening;
    this.own = own;
    this.open = open;
  }

  /** With the seeded apps and the system's clocks, on a free port of {@code 127.0.0.1}. */
  public static AuthSandbox start() {
    return start(SandboxSettings.standard());
  }

  /** On a free port of {@code 127.0.0.1}. */
  public static AuthSandbox start(SandboxSettings settings) {
    return start(settings, LOOPBACK, 0);
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
    return serving(platform, Optional.empty(), host, port);
  }

  /**
   * The same over HTTPS.
   *
   * @param port 0 for any free one
   * @throws java.io.UncheckedIOException when the address cannot be listened on
   */
  public static AuthSandbox serving(
      Platform platform, SandboxCertificate certificate, String host, int port) {
    return serving(platform, Optional.of(certificate.serving()), host, port);
  }

  private static AuthSandbox serving(
      Platform platform, Optional<SSLContext> tls, String host, int port) {
    AtomicBoolean open = new AtomicBoolean(true);
    OwnServer own =
        OwnServer.start(platform.site(open::get), tls, new InetSocketAddress(host, port));
    return new AuthSandbox(platform, own.listening(), Optional.of(own), open);
  }

  /** One of several on a server. */
  static AuthSandbox on(PlatformServer server, Platform platform) {
    AtomicBoolean open = new AtomicBoolean(true);
    Listening listening =
        server.listen(
            platform.site(open::get), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new AuthSandbox(platform, listening, Optional.empty(), open);
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

  /**
   * Closes all connections and refuses new ones, until {@link #acceptConnections}.
   *
   * @throws IllegalStateException when the sandbox shares its server with others
   */
  public void refuseConnections() {
    own().leave();
  }

  /** Listens again, at the same port. */
  public void acceptConnections() {
    own().comeBack();
  }

  private OwnServer own() {
    return own.orElseThrow(
        () ->
            new IllegalStateException(
                "This sandbox shares its server. Start one of its own: AuthSandbox.start, or"
                    + " Sandboxes.start in a test."));
  }

  /**
   * Closes, but lets the requests that have come be answered; {@code /health} tells of it.
   *
   * @param atMost how long that may take, in real time
   */
  public void stop(Duration atMost) throws InterruptedException {
    if (open.compareAndSet(true, false)) {
      if (own.isPresent()) {
        own.get().stop(atMost);
      } else {
        listening.close();
      }
    }
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      listening.close();
      own.ifPresent(OwnServer::close);
    }
  }
}
