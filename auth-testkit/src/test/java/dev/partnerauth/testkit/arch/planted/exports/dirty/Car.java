package dev.partnerauth.testkit.arch.planted.exports.dirty;

import dev.partnerauth.testkit.arch.planted.exports.dirty.internal.Engine;
import java.util.List;

public class Car extends Engine {

  public List<Engine> fromThePackageBehind() {
    return List.of();
  }

  public Seat[] notPublic() {
    return new Seat[0];
  }

  protected void refuse() throws Refusal {}

  static class Seat {}

  static class Refusal extends Exception {}
}
