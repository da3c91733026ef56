package dev.partnerauth.testkit.arch.planted.randomness.clean;

import java.util.Random;
import java.util.random.RandomGenerator;

class Jitter {

  long drawn(RandomGenerator generator) {
    return generator.nextLong();
  }

  Random replayed(long seed) {
    return new Random(seed);
  }
}
