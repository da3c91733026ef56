package dev.partnerauth.cache.oracle;

import java.util.Optional;

/** Remembers one series of failures. Thread-safe. */
class SetbackCell implements FailureMemory.Cell {

  private volatile Optional<Setback> setback = Optional.empty();

  @Override
  public final Optional<Setback> get() {
    return setback;
  }

  final synchronized void set(Setback latest) {
    setback = Optional.of(latest);
  }

  @Override
  public final synchronized boolean replace(Setback expected, Setback latest) {
    boolean unchanged = setback.filter(expected::equals).isPresent();
    if (unchanged) {
      setback = Optional.of(latest);
    }
    return unchanged;
  }

  @Override
  public final synchronized void clear() {
    setback = Optional.empty();
  }
}
