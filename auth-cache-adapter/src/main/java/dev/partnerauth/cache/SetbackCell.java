package dev.partnerauth.cache;

import java.util.Optional;

/** Remembers one series of failures. Thread-safe. */
final class SetbackCell implements FailureMemory.Cell {

  private volatile Optional<Setback> setback = Optional.empty();

  @Override
  public Optional<Setback> get() {
    return setback;
  }

  @Override
  public synchronized void set(Setback latest) {
    setback = Optional.of(latest);
  }

  @Override
  public synchronized boolean replace(Setback expected, Setback latest) {
    boolean unchanged = setback.filter(expected::equals).isPresent();
    if (unchanged) {
      setback = Optional.of(latest);
    }
    return unchanged;
  }

  @Override
  public synchronized void clear() {
    setback = Optional.empty();
  }
}
