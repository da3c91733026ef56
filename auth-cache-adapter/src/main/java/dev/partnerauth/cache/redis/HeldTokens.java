package dev.partnerauth.cache.redis;

import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Knows, for as long as this process keeps a token that is shared, what a rejection from another
 * node would call it. Keeps no token alive itself. Thread-safe.
 */
final class HeldTokens<T extends Token> {

  private final ConcurrentMap<Rejection, Held<T>> held = new ConcurrentHashMap<>();
  private final ReferenceQueue<T> gone = new ReferenceQueue<>();

  /** A token that this process is about to keep. */
  void hold(Rejection rejection, TokenName name, T token) {
    forgetGone();
    held.put(rejection, new Held<>(rejection, name, token, gone));
  }

  /**
   * A token that this process may be about to keep: the same object for as long as it is held, so
   * that none is kept that is not known here.
   */
  T holdOne(Rejection rejection, TokenName name, T token) {
    forgetGone();
    Held<T> fresh = new Held<>(rejection, name, token, gone);
    Held<T> present = held.merge(rejection, fresh, (old, anew) -> old.get() == null ? anew : old);
    T first = present.get();
    return first == null ? token : first;
  }

  /** What a rejection is about, if it is held here. */
  Optional<Held<T>> find(Rejection rejection) {
    return Optional.ofNullable(held.get(rejection));
  }

  private void forgetGone() {
    for (Reference<? extends T> next = gone.poll(); next != null; next = gone.poll()) {
      if (next instanceof Held<?> forgotten) {
        held.remove(forgotten.rejection, forgotten);
      }
    }
  }

  static final class Held<T extends Token> extends WeakReference<T> {

    private final Rejection rejection;
    private final TokenName name;

    Held(Rejection rejection, TokenName name, T token, ReferenceQueue<T> gone) {
      super(token, gone);
      this.rejection = rejection;
      this.name = name;
    }

    TokenName name() {
      return name;
    }
  }
}
