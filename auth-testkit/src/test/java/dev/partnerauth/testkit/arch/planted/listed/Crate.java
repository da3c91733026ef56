package dev.partnerauth.testkit.arch.planted.listed;

public record Crate(int weight) implements Shelf.Held {

  private static final int LIGHT = 10;

  boolean isLight() {
    return weight < LIGHT;
  }
}
