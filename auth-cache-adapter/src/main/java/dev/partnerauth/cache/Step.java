package dev.partnerauth.cache;

import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import io.vavr.collection.List;
import org.jspecify.annotations.Nullable;

/**
 * A transition.
 *
 * @param next the cell from now on; nothing for idle
 * @param effects to be performed in this order once the cell is set
 */
record Step<K extends TokenKey<T>, T extends Token>(
    @Nullable Cell<K, T> next, List<Effect<K, T>> effects) {

  static <K extends TokenKey<T>, T extends Token> Step<K, T> to(
      @Nullable Cell<K, T> next, Effect<K, T> effect) {
    return new Step<>(next, List.of(effect));
  }

  Step<K, T> after(List<Effect<K, T>> earlier) {
    return new Step<>(next, earlier.appendAll(effects));
  }

  Step<K, T> and(Effect<K, T> later) {
    return new Step<>(next, effects.append(later));
  }
}
