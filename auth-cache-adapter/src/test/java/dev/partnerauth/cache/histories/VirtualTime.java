package dev.partnerauth.cache.histories;

import dev.partnerauth.port.Delays;
import dev.partnerauth.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Both clocks and the timer. What is due at the same moment happens in the order of asking. */
final class VirtualTime implements Time, Delays {

  /** Near the overflow, as the JDK's own clock may be. */
  private static final long START_NANOS = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final TreeSet<Due> agenda =
      new TreeSet<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
  private long passed;
  private Duration wallAhead = Duration.ZERO;
  private long numbers;

  /** Something that is due. */
  private record Due(long at, long number, Runnable task) {}

  /** Nanoseconds since the start. */
  long passed() {
    return passed;
  }

  @Override
  public Instant now() {
    return START.plusNanos(passed).plus(wallAhead);
  }

  @Override
  public long nanos() {
    return START_NANOS + passed;
  }

  void wallClockJumps(Duration duration) {
    wallAhead = wallAhead.plus(duration);
  }

  @Override
  public Pending after(Duration delay, Runnable task) {
    Due due = new Due(passed + Math.max(0, delay.toNanos()), numbers++, task);
    agenda.add(due);
    return () -> agenda.remove(due);
  }

  /** How many things will still happen. */
  int due() {
    return agenda.size();
  }

  /** How long it takes until the next of them. */
  Optional<Duration> untilNext() {
    return agenda.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(agenda.first().at() - passed));
  }

  /**
   * Lets time pass, and everything happen that is due meanwhile.
   *
   * @param happens runs what is due, and whatever is to follow it
   */
  void advance(Duration duration, Consumer<Runnable> happens) {
    long end = passed + duration.toNanos();
    while (!agenda.isEmpty() && agenda.first().at() <= end) {
      Due next = agenda.first();
      agenda.remove(next);
      passed = next.at();
      happens.accept(next.task());
    }
    passed = end;
  }
}
