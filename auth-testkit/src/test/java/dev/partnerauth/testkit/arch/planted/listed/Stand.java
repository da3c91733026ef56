package dev.partnerauth.testkit.arch.planted.listed;

import java.util.Optional;

/** Hands its method down to {@link Rack}, and is not seen itself. */
abstract non-sealed class Stand implements Shelf<Integer> {

  protected int legs = 4;

  @Override
  public Optional<Integer> first() {
    return Optional.empty();
  }
}
