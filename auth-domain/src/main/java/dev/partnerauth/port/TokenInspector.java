package dev.partnerauth.port;

import dev.partnerauth.token.TokenInspection;

/**
 * Reads a token without verifying it. Implementations are thread-safe and never throw on what they
 * cannot read.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TokenInspector {

  /** What the text says, also with its signature cut off. */
  TokenInspection inspect(String token);
}
