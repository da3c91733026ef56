package dev.partnerauth.port;

import dev.partnerauth.token.Token;
import java.util.Optional;

/**
 * How the token of one key stands.
 *
 * @param token what is served at present, if anything is
 * @param trouble that it cannot be renewed at present
 * @since 0.1.0
 */
public record Standing<T extends Token>(Optional<T> token, Optional<RenewalTrouble> trouble) {

  /** Nothing is kept, and nothing is wrong. */
  public static <T extends Token> Standing<T> unknown() {
    return new Standing<>(Optional.empty(), Optional.empty());
  }
}
