package dev.partnerauth.testkit.arch.planted.randomness.dirty;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

class Jitter {

  Random unseeded() {
    return new Random();
  }

  double math() {
    return Math.random();
  }

  RandomGenerator ofTheThread() {
    return ThreadLocalRandom.current();
  }

  RandomGenerator ofTheSystem() {
    return RandomGenerator.getDefault();
  }
}
