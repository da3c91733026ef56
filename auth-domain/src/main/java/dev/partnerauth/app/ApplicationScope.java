package dev.partnerauth.app;

/**
 * What the platform lets a developer app do; set when the app is created in the developer portal.
 *
 * @since 0.1.0
 */
public enum ApplicationScope {
  /** Server to server, everything of every customer of the app. */
  BACKEND,
  /** For a web front end: only what a service token delegates. */
  FRONTEND
}
