package dev.partnerauth.app;

import dev.partnerauth.violation.InvalidRequest;
import io.vavr.control.Either;

/**
 * An app with back-end scope. Its access token opens the data of all of the app's customers, so it
 * must never come near a browser (contract section 1).
 *
 * @since 0.1.0
 */
public record BackendApp(ClientId clientId, ClientSecret clientSecret) implements App {

  /** The app whose key and secret these are, or everything that is wrong with them. */
  public static Either<InvalidRequest, BackendApp> of(String clientId, String clientSecret) {
    return CheckedCredentials.of(clientId, clientSecret, BackendApp::new);
  }

  @Override
  public ApplicationScope scope() {
    return ApplicationScope.BACKEND;
  }
}
