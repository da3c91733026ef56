package dev.partnerauth.testkit.arch.planted.reflection.clean;

import java.util.function.Supplier;

record Mirror(Object object) {

  enum Side {
    LEFT,
    RIGHT
  }

  Supplier<String> name() {
    return () -> object.getClass().getSimpleName() + Side.valueOf("LEFT");
  }

  int of(Side side) {
    return switch (side) {
      case LEFT -> 1;
      case RIGHT -> 2;
    };
  }
}
