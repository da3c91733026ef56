package dev.partnerauth.cache;

import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenName;

/** Where the token of one name stands. Thread-safe. */
sealed interface Place<T extends Token> {

  Kept<T> get();

  boolean replace(Kept<T> expected, Kept<T> replacement);

  /** One of many in a store. */
  record Shelved<T extends Token>(Shelf<T> shelf, TokenName name) implements Place<T> {
    @Override
    public Kept<T> get() {
      return shelf.get(name);
    }

    @Override
    public boolean replace(Kept<T> expected, Kept<T> replacement) {
      return shelf.replace(name, expected, replacement);
    }
  }

  /** In a hand: found without looking, and never forgotten for being idle. */
  final class Pinned<T extends Token> implements Place<T> {

    private volatile Kept<T> kept;

    Pinned(Kept<T> atFirst) {
      this.kept = atFirst;
    }

    @Override
    public Kept<T> get() {
      return kept;
    }

    @Override
    public synchronized boolean replace(Kept<T> expected, Kept<T> replacement) {
      boolean unchanged = kept == expected;
      if (unchanged) {
        kept = replacement;
      }
      return unchanged;
    }
  }
}
