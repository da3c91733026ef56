package dev.partnerauth.port;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;
import java.util.concurrent.CompletionStage;

/**
 * The tokens of one key: {@link Tokens} with the key already given. Thread-safe.
 *
 * @since 0.1.0
 */
public interface TokenSource<T extends Token> {

  Either<AuthFailure, T> get(Budget budget);

  CompletionStage<Either<AuthFailure, T>> getAsync(Budget budget);

  /** Never serves this token again. Does nothing when it has been replaced already. */
  void reject(T token);
}
