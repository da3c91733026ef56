package dev.partnerauth.port;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The tokens of one kind, by key. Thread-safe; blocking and asynchronous callers share what is
 * under way.
 *
 * @param <K> what a token is known by
 * @param <T> the kind of token
 * @since 0.1.0
 */
public interface Tokens<K extends TokenKey<T>, T extends Token> {

  /**
   * A token that lives at least {@code minimumRemaining}, kept or new; {@link
   * dev.partnerauth.failure.CallerFailure.LifetimeTooShort} when even a new one does not. Blocks
   * for the budget's time at most when a new one has to be fetched.
   */
  Either<AuthFailure, T> get(K key, Duration minimumRemaining, Budget budget);

  CompletionStage<Either<AuthFailure, T>> getAsync(K key, Duration minimumRemaining, Budget budget);

  /** Never serves this token again. Does nothing when it has been replaced already. */
  void reject(K key, T token);

  /** How the token of this key stands. Asks nobody. */
  Standing<T> standing(K key);

  /** The tokens of one key, for whoever asks often. */
  TokenSource<T> pinned(K key);
}
