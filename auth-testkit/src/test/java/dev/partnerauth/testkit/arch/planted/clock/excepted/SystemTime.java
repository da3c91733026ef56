package dev.partnerauth.testkit.arch.planted.clock.excepted;

import java.util.function.LongSupplier;

class SystemTime {

  LongSupplier nanos() {
    return new LongSupplier() {
      @Override
      public long getAsLong() {
        return System.nanoTime();
      }
    };
  }
}
