package dev.partnerauth.port;

import dev.partnerauth.app.App;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import dev.partnerauth.token.TokenKind;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Gets new tokens of one kind for one app: what a cache calls when it has none to serve.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public interface TokenLoader<K extends TokenKey<T>, T extends Token> {

  /**
   * A new token. A failure is a {@code Left} that names its endpoint; an exceptional stage is a
   * bug.
   */
  CompletionStage<Either<AuthFailure, T>> load(K key, Budget budget);

  /** The app whose tokens these are. */
  ClientId clientId();

  /** The kind of token that it gets. */
  TokenKind kind();

  /** Where it asks. */
  TokenEndpoint endpoint();

  /**
   * The credentials that the next request would present, in order. Answers from memory. A cache
   * that remembers a refusal forgets it when these are no longer the same.
   */
  List<? extends App> credentials();
}
