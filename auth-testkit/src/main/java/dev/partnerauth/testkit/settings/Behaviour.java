package dev.partnerauth.testkit.settings;

/**
 * What the platform may do where no document says what it does (contract section 1). The sandbox
 * does none of these unless it is told to.
 *
 * @since 0.1.0
 */
public enum Behaviour {
  /** A back-end app may exchange service tokens, as one published guide shows. */
  BACKEND_APPS_MAY_EXCHANGE,

  /** A service token can be exchanged once; after that it is refused like an unknown one. */
  SERVICE_TOKENS_ARE_USED_ONCE,

  /** A scoped access token lives no longer than the service token that it was exchanged for. */
  SCOPED_TOKENS_END_WITH_THEIR_SERVICE_TOKEN
}
