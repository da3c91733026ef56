package dev.partnerauth.port;

/**
 * Whether a cache shares its tokens with other nodes.
 *
 * @since 0.1.0
 */
public enum SharedStoreState {
  /** It is not meant to. */
  NONE,
  CONNECTED,
  /** It is meant to and cannot: this node goes on alone. */
  LOST
}
