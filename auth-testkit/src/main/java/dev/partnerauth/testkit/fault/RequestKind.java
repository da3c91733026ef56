package dev.partnerauth.testkit.fault;

/**
 * What a request asks the platform for.
 *
 * @since 0.1.0
 */
public enum RequestKind {
  /** {@code POST /accesstoken} with {@code client_credentials}, or with no grant type at all. */
  ACCESS_TOKEN,

  /** {@code POST /servicetoken}. */
  SERVICE_TOKEN,

  /** {@code POST /accesstoken} with {@code authorization_code}. */
  SCOPED_ACCESS_TOKEN,

  /** An operation of the platform around the tokens. */
  OPERATION,

  /** Anything else, which no document foresees. */
  OTHER
}
