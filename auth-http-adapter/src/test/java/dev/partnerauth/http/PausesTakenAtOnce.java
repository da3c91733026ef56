package dev.partnerauth.http;

import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that jumps over every pause, and remembers how long each was. */
final class PausesTakenAtOnce implements Time, Delays {

  private final List<Duration> pauses = new ArrayList<>();
  private Duration passed = Duration.ZERO;

  @Override
  public Instant now() {
    return Samples.NOW.plus(passed);
  }

  @Override
  public long nanos() {
    return passed.toNanos();
  }

  @Override
  public Pending after(Duration delay, Runnable task) {
    pauses.add(delay);
    passed = passed.plus(delay);
    task.run();
    return () -> {};
  }

  void pass(Duration time) {
    passed = passed.plus(time);
  }

  List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  AuthRuntime runtime() {
    return AuthRuntime.system().runningOn(Runnable::run).at(this).delayedBy(this);
  }
}
