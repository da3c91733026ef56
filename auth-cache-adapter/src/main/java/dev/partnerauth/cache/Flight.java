package dev.partnerauth.cache;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.Budget.Tries;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One request for a token, and those who wait for it.
 *
 * @param tries how often it may be sent
 * @param probe whether it was let through to see whether a failure lasts
 * @param minimumRemaining how long the token must be served to be of use to whoever asked first
 * @param landing how it ended; never handed out, so that nobody can end it from outside
 */
record Flight<K extends TokenKey<T>, T extends Token>(
    K key,
    Tries tries,
    boolean probe,
    Duration minimumRemaining,
    CompletableFuture<Either<AuthFailure, T>> landing) {

  static <K extends TokenKey<T>, T extends Token> Flight<K, T> of(
      K key, Tries tries, boolean probe, Duration minimumRemaining) {
    return new Flight<>(key, tries, probe, minimumRemaining, new CompletableFuture<>());
  }
}
