package dev.partnerauth.cache;

import dev.partnerauth.app.App;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Which subjects of one failure domain are backing off: keys, an app or an endpoint. When the next
 * attempt of a subject is due, one attempt takes it by a {@link ProbePermit}, which holds off the
 * others until it has ended. Thread-safe.
 *
 * @param <S> what fails
 */
final class Backoff<S> {

  private final ConcurrentMap<S, BackoffState> states;

  /**
   * @param states may evict what it holds
   */
  Backoff(ConcurrentMap<S, BackoffState> states) {
    this.states = states;
  }

  static <S> Backoff<S> unbounded() {
    return new Backoff<>(new ConcurrentHashMap<>());
  }

  Optional<BackoffState> state(S subject) {
    return Optional.ofNullable(states.get(subject));
  }

  /** A failure counts as long as the credentials that caused it would be presented again. */
  Optional<BackoffState> state(S subject, Supplier<List<? extends App>> credentials) {
    Optional<BackoffState> state = state(subject);
    if (state.isPresent() && !state.get().credentials().equals(credentials.get())) {
      states.remove(subject);
      return Optional.empty();
    }
    return state;
  }

  void failed(S subject, BackoffState latest) {
    states.put(subject, latest);
  }

  /** Does nothing if the state is another by now. */
  boolean replace(S subject, BackoffState expected, BackoffState latest) {
    return states.replace(subject, expected, latest);
  }

  void recovered(S subject) {
    states.remove(subject);
  }
}
