package dev.partnerauth.benchmarks.scenario;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How long this machine keeps a thread from running that asks for nothing but to be woken. */
final class Hiccups extends Thread {

  private static final Duration PAUSE = Duration.ofMillis(1);

  private volatile boolean stopped;
  private volatile long longestNanos;

  private Hiccups() {
    super("hiccups");
    setDaemon(true);
  }

  static Hiccups watch() {
    Hiccups hiccups = new Hiccups();
    hiccups.start();
    return hiccups;
  }

  @Override
  public void run() {
    while (!stopped) {
      long before = System.nanoTime();
      LockSupport.parkNanos(PAUSE.toNanos());
      longestNanos = Math.max(longestNanos, System.nanoTime() - before - PAUSE.toNanos());
    }
  }

  void end() throws InterruptedException {
    stopped = true;
    join();
  }

  long longestNanos() {
    return longestNanos;
  }
}
