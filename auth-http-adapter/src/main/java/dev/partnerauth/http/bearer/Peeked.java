package dev.partnerauth.http.bearer;

import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer: the caller's already, or kept back until it is clear whose it is.
 *
 * @param <T> what the caller makes of it
 */
sealed interface Peeked<T> {

  /** What the caller's handler made of it; some make nothing. */
  record Passed<T>(@Nullable T body) implements Peeked<T> {}

  /** All of it, as it came. */
  final class Kept<T> implements Peeked<T> {
    private final ResponseInfo info;
    private final byte[] body;

    Kept(ResponseInfo info, byte[] body) {
      this.info = info;
      this.body = body;
    }

    ResponseInfo info() {
      return info;
    }

    byte[] body() {
      return body;
    }
  }

  static <T> Peeked<T> passed(@Nullable T body) {
    return new Passed<>(body);
  }
}
