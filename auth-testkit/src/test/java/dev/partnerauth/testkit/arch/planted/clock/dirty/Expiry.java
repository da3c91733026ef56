package dev.partnerauth.testkit.arch.planted.clock.dirty;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.Supplier;

@SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone"})
class Expiry {

  Instant called() {
    return Instant.now();
  }

  Supplier<Instant> referred() {
    return Instant::now;
  }

  Supplier<LocalDate> inLambda() {
    return () -> LocalDate.now();
  }

  long millis() {
    return System.currentTimeMillis();
  }

  long nanos() {
    return System.nanoTime();
  }

  Clock clock() {
    return Clock.systemUTC();
  }

  InstantSource source() {
    return InstantSource.system();
  }

  Date date() {
    return new Date();
  }
}
