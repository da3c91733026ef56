package dev.partnerauth.cache;

import dev.partnerauth.token.Token;
import io.vavr.Lazy;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a transition depends on, beside the event and the time. Most need not look into the store.
 *
 * @param cell nothing while the key is idle
 * @param stored what stands in the store
 * @param rejected whether the token that the event brings is known as rejected
 * @param observed how long new tokens live, where that was too short for a caller
 */
record Snapshot<T extends Token>(
    @Nullable Cell<T> cell,
    Lazy<CacheEntry<T>> stored,
    boolean rejected,
    Lazy<Optional<Duration>> observed) {

  CacheEntry<T> entry() {
    return stored.get();
  }

  /** Whether no new token is to be expected that lives as long as that. */
  boolean fallsShortOf(Duration wanted) {
    return observed.get().filter(lifetime -> lifetime.compareTo(wanted) < 0).isPresent();
  }

  Snapshot<T> observing(Duration lifetime) {
    return new Snapshot<>(cell, stored, rejected, Lazy.of(() -> Optional.of(lifetime)));
  }
}
