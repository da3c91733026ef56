package dev.partnerauth.testkit.arch.planted.exports.clean;

import dev.partnerauth.testkit.arch.planted.exports.clean.internal.Engine;
import java.util.List;

public class Car extends Vehicle {

  private final Engine engine = new Engine();

  public List<Car> similar() {
    return List.of();
  }

  Engine engine() {
    return engine;
  }
}
