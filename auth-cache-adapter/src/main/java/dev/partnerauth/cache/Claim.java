package dev.partnerauth.cache;

import dev.partnerauth.token.Token;

/**
 * What a claim to a name came to.
 *
 * @since 0.1.0
 */
public sealed interface Claim<T extends Token> {

  /** Ask the server; then {@link Shelf#share} the token or {@link Shelf#giveUp}. */
  record Ask<T extends Token>() implements Claim<T> {}

  /** Another node has a token. */
  record Found<T extends Token>(T token) implements Claim<T> {}

  static <T extends Token> Claim<T> ask() {
    return new Ask<>();
  }

  static <T extends Token> Claim<T> found(T token) {
    return new Found<>(token);
  }
}
