package dev.partnerauth.app;

/** A developer app of the platform's portal: the credentials with which tokens are obtained. */
public sealed interface App permits BackendApp, FrontendApp {

  ClientId clientId();

  ClientSecret clientSecret();

  ApplicationScope scope();
}
