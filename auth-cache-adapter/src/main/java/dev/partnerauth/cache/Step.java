package dev.partnerauth.cache;

import dev.partnerauth.token.Token;
import io.vavr.collection.List;
import org.jspecify.annotations.Nullable;

/**
 * A transition.
 *
 * @param next the cell from now on; nothing for idle
 * @param effects to be performed in this order once the cell is set
 */
record Step<T extends Token>(@Nullable Cell<T> next, List<Effect<T>> effects) {

  static <T extends Token> Step<T> to(@Nullable Cell<T> next, Effect<T> effect) {
    return new Step<>(next, List.of(effect));
  }

  Step<T> after(List<Effect<T>> earlier) {
    return new Step<>(next, earlier.appendAll(effects));
  }

  Step<T> and(Effect<T> later) {
    return new Step<>(next, effects.append(later));
  }
}
