package dev.partnerauth.port;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The tokens of one kind, by key. Thread-safe; blocking and asynchronous callers share what is
 * under way.
 *
 * @param <K> what a token is known by
 * @param <T> the kind of token
 */
public interface Tokens<K extends TokenKey<T>, T extends Token> {

  /**
   * A token that lives at least {@code minimumRemaining}, kept or new. Blocks up to {@code
   * deadline} when a new one has to be fetched.
   */
  Either<AuthFailure, T> get(K key, Duration minimumRemaining, Duration deadline);

  CompletionStage<Either<AuthFailure, T>> getAsync(
      K key, Duration minimumRemaining, Duration deadline);

  /** Never serves this token again. Does nothing when it has been replaced already. */
  void reject(K key, T token);

  /** That the token of this key cannot be renewed at present, though it may still be served. */
  Optional<RenewalTrouble> trouble(K key);

  /** The tokens of one key, for whoever asks often. */
  TokenSource<T> pinned(K key);
}
