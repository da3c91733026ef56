package dev.partnerauth.testkit.settings;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import java.util.List;

/**
 * The apps that every sandbox knows unless told otherwise. Their secrets are public and open
 * nothing.
 *
 * @since 0.1.0
 */
public final class SeededApps {

  private SeededApps() {}

  /** {@code backend-key}: may everything. */
  public static BackendApp backend() {
    return BackendApp.of("backend-key", "backend-secret").get();
  }

  /** {@code frontend-key}: exchanges service tokens. */
  public static FrontendApp frontend() {
    return FrontendApp.of("frontend-key", "frontend-secret").get();
  }

  /** {@code limited-key}: a back-end app without the role for service tokens. */
  public static BackendApp limited() {
    return BackendApp.of("limited-key", "limited-secret").get();
  }

  /** {@code pending-key}: a back-end app that is not yet approved. */
  public static BackendApp pending() {
    return BackendApp.of("pending-key", "pending-secret").get();
  }

  /** All four, as the sandbox registers them. */
  public static List<SandboxApp> all() {
    return List.of(
        SandboxApp.of(backend()),
        SandboxApp.of(frontend()),
        SandboxApp.of(limited()).withoutServiceTokenRole(),
        SandboxApp.of(pending()).notYetApproved());
  }
}
