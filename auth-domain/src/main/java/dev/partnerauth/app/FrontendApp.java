package dev.partnerauth.app;

import dev.partnerauth.violation.InvalidRequest;
import io.vavr.control.Either;
import java.util.Objects;

/**
 * An app with front-end scope, which exchanges service tokens for scoped access tokens. The
 * platform's developer support creates one on request; a partner that only uses the embedded UX
 * needs none (contract section 1).
 *
 * @since 0.1.0
 */
public final class FrontendApp implements App {

  private final ClientId clientId;
  private final ClientSecret clientSecret;
  private final boolean sharedWithBackend;

  private FrontendApp(ClientId clientId, ClientSecret clientSecret, boolean sharedWithBackend) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.sharedWithBackend = sharedWithBackend;
  }

  /** The app whose key and secret these are, or everything that is wrong with them. */
  public static Either<InvalidRequest, FrontendApp> of(String clientId, String clientSecret) {
    return CheckedCredentials.of(
        clientId, clientSecret, (id, secret) -> new FrontendApp(id, secret, false));
  }

  /**
   * Uses the back-end app for the exchange too, as one of the published guides shows and the
   * platform's reference forbids. Raises {@code AuthEvent.AppSharedWithBackend} whenever it is
   * used: the secret that opens all customers' data now takes part in front-end traffic, and the
   * platform may refuse it.
   */
  public static FrontendApp sharedWithBackend(BackendApp backendApp) {
    return new FrontendApp(backendApp.clientId(), backendApp.clientSecret(), true);
  }

  public boolean isSharedWithBackend() {
    return sharedWithBackend;
  }

  @Override
  public ClientId clientId() {
    return clientId;
  }

  @Override
  public ClientSecret clientSecret() {
    return clientSecret;
  }

  @Override
  public ApplicationScope scope() {
    return ApplicationScope.FRONTEND;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FrontendApp app
        && clientId.equals(app.clientId)
        && clientSecret.equals(app.clientSecret)
        && sharedWithBackend == app.sharedWithBackend;
  }

  @Override
  public int hashCode() {
    return Objects.hash(clientId, sharedWithBackend);
  }

  @Override
  public String toString() {
    return "FrontendApp[clientId=" + clientId + ", sharedWithBackend=" + sharedWithBackend + "]";
  }
}
