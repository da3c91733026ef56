package dev.partnerauth.app;

/**
 * A developer app of the platform's portal: the credentials with which tokens are obtained.
 *
 * @since 0.1.0
 */
public sealed interface App permits BackendApp, FrontendApp {

  ClientId clientId();

  ClientSecret clientSecret();

  ApplicationScope scope();
}
