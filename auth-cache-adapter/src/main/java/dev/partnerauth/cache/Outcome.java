package dev.partnerauth.cache;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;

/** How a request ended. */
sealed interface Outcome<T extends Token> {

  /** What those who wait are told. */
  Either<AuthFailure, T> answer();

  /**
   * A token that can be served.
   *
   * @param shared whether another node has obtained it
   */
  record Arrived<T extends Token>(CacheEntry<T> entry, boolean shared) implements Outcome<T> {
    @Override
    public Either<AuthFailure, T> answer() {
      return entry.answer();
    }
  }

  /**
   * No token that can be served.
   *
   * @param answer the failure, or the token that was dead when it arrived
   */
  record Failed<T extends Token>(AuthFailure failure, Either<AuthFailure, T> answer)
      implements Outcome<T> {}

  static <T extends Token> Outcome<T> failed(AuthFailure failure) {
    return new Failed<>(failure, Either.left(failure));
  }
}
