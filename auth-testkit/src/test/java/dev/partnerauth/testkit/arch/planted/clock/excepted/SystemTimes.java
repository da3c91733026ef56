package dev.partnerauth.testkit.arch.planted.clock.excepted;

class SystemTimes {

  long nanos() {
    return System.nanoTime();
  }
}
