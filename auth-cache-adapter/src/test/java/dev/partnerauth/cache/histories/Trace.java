package dev.partnerauth.cache.histories;

import java.util.ArrayList;
import java.util.List;

/** What was seen in one world, in order. */
final class Trace {

  /**
   * @param step the number of the step in which it was seen
   * @param at nanoseconds since the start
   */
  record Line(int step, long at, Seen seen) {
    @Override
    public String toString() {
      return "%4d %14.6f s  %s".formatted(step, at / 1e9, seen);
    }
  }

  private final VirtualTime time;
  private final List<Line> lines = new ArrayList<>();
  private int step;

  Trace(VirtualTime time) {
    this.time = time;
  }

  void nextStep() {
    step++;
  }

  void add(Seen seen) {
    lines.add(new Line(step, time.passed(), seen));
  }

  List<Line> lines() {
    return lines;
  }

  /** All of it, by steps. */
  String told(History history) {
    StringBuilder told = new StringBuilder(history.setup().toString());
    int shown = -1;
    for (Line line : lines) {
      for (; shown < line.step(); shown++) {
        told.append("\n")
            .append(
                shown + 1 < history.steps().size() ? history.steps().get(shown + 1) : "the end");
      }
      told.append("\n    ").append(line);
    }
    return told.toString();
  }
}
