package dev.partnerauth.cache.oracle;

import dev.partnerauth.token.Token;

/**
 * What an attempt to acquire the lease of a name came to.
 *
 * @since 0.1.0
 */
public sealed interface Lease<T extends Token> {

  /** Ask the server; then {@link TokenRegion#share} the token or {@link TokenRegion#release}. */
  record Granted<T extends Token>() implements Lease<T> {}

  /** Another node has a token. */
  record Found<T extends Token>(T token) implements Lease<T> {}

  static <T extends Token> Lease<T> granted() {
    return new Granted<>();
  }

  static <T extends Token> Lease<T> found(T token) {
    return new Found<>(token);
  }
}
