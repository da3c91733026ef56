package dev.partnerauth.testkit.cli;

import dev.partnerauth.port.Time;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Tells a story in numbered steps, with the time that each took. */
final class Narrator {

  private final PrintWriter out;
  private final Time time = Time.system();
  private final long begun = time.nanos();
  private long stepBegun = begun;
  private int steps;

  Narrator(PrintWriter out) {
    this.out = out;
  }

  Instant now() {
    return time.now();
  }

  void step(String title) {
    stepBegun = time.nanos();
    steps++;
    out.println();
    out.println(steps + ". " + Printable.line(title));
  }

  void tell(String what) {
    out.println("   " + Printable.line(what));
  }

  /** Like {@link #tell}, with the duration since the step began. */
  void timed(String what) {
    tell(what + " (" + since(stepBegun) + ")");
  }

  void wrong(String what) {
    tell("NOT AS IT SHOULD BE: " + what);
  }

  void end(boolean asTold) {
    out.println();
    out.println(
        (asTold ? "All " : "Ended after ")
            + steps
            + " steps"
            + (asTold ? " went as told" : "")
            + ", in "
            + since(begun)
            + ".");
  }

  private String since(long start) {
    return Duration.ofNanos(time.nanos() - start).toMillis() + " ms";
  }
}
