package dev.partnerauth.cache.histories;

import dev.partnerauth.cache.histories.Trace.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where two traces of one history part. All that is said of what counts as a difference is said
 * here.
 */
final class Difference {

  private static final int STEPS_BEFORE = 2;

  /** What is seen of one kind within one step, in the order that counts. */
  private enum Order {
    /** As it happened. */
    AS_SEEN,
    /** In any: nothing is promised of the order within one moment, and times are compared. */
    ANY,
    /** It does not count. */
    IGNORED
  }

  private Difference() {}

  /** To be relaxed where the old core is at fault, each time with the reason. */
  private static Order order(Class<?> kind) {
    if (kind == Seen.Answered.class
        || kind == Seen.Announced.class
        || kind == Seen.Uncaught.class
        || kind == Seen.Unanswered.class) {
      return Order.ANY;
    }
    if (kind == Seen.ExecutorErred.class) {
      // How many tasks a core hands to its executor is its own affair.
      return Order.IGNORED;
    }
    return Order.AS_SEEN;
  }

  /**
   * The callers whose answers do not count: the old core loses an answer that is handed to an
   * executor which throws an error.
   */
  private static Set<Integer> lost(Trace oracle) {
    Map<Integer, Integer> asked = new HashMap<>();
    Set<Integer> lost = new HashSet<>();
    int erred = -1;
    for (int index = 0; index < oracle.lines().size(); index++) {
      Seen seen = oracle.lines().get(index).seen();
      if (seen instanceof Seen.Asked read) {
        asked.put(read.caller(), index);
      } else if (seen instanceof Seen.ExecutorErred) {
        erred = index;
      } else if (seen instanceof Seen.Unanswered unanswered
          && asked.getOrDefault(unanswered.caller(), index) < erred) {
        lost.add(unanswered.caller());
      }
    }
    return lost;
  }

  private static boolean isOfOne(Set<Integer> callers, Seen seen) {
    return (seen instanceof Seen.Answered answered && callers.contains(answered.caller()))
        || (seen instanceof Seen.Unanswered unanswered && callers.contains(unanswered.caller()));
  }

  /** Nothing when both saw the same; otherwise both, side by side, around the first difference. */
  static Optional<String> between(History history, Trace left, Trace right) {
    if (left.lines().equals(right.lines())) {
      return Optional.empty();
    }
    Set<Integer> lost = lost(left);
    boolean sealed = history.steps().stream().anyMatch(Step.SealVault.class::isInstance);
    int last = Math.max(lastStep(left), lastStep(right));
    for (int step = 0; step <= last; step++) {
      Set<Class<?>> different =
          different(
              counting(ofStep(left, step), lost), counting(ofStep(right, step), lost), sealed);
      if (!different.isEmpty()) {
        return Optional.of(told(history, step, different, left, right));
      }
    }
    return Optional.empty();
  }

  private static int lastStep(Trace trace) {
    List<Line> lines = trace.lines();
    return lines.isEmpty() ? -1 : lines.get(lines.size() - 1).step();
  }

  private static List<Line> counting(List<Line> lines, Set<Integer> lost) {
    return lines.stream().filter(line -> !isOfOne(lost, line.seen())).toList();
  }

  private static List<Line> ofStep(Trace trace, int step) {
    return trace.lines().stream().filter(line -> line.step() == step).toList();
  }

  private static Set<Class<?>> different(List<Line> left, List<Line> right, boolean sealed) {
    Set<Class<?>> kinds = new HashSet<>();
    left.forEach(line -> kinds.add(line.seen().getClass()));
    right.forEach(line -> kinds.add(line.seen().getClass()));
    kinds.removeIf(kind -> isSame(order(kind), ofKind(left, kind), ofKind(right, kind)));
    if (sealed) {
      // Each look at credentials that throw is told: how often a core looks is its own affair.
      kinds.remove(Seen.Uncaught.class);
    }
    return kinds;
  }

  private static List<Line> ofKind(List<Line> lines, Class<?> kind) {
    return lines.stream().filter(line -> line.seen().getClass() == kind).toList();
  }

  private static boolean isSame(Order order, List<Line> left, List<Line> right) {
    return switch (order) {
      case AS_SEEN -> left.equals(right);
      case ANY -> {
        List<Line> more = new ArrayList<>(right);
        yield left.size() == right.size() && left.stream().allMatch(more::remove);
      }
      case IGNORED -> true;
    };
  }

  private static String told(
      History history, int step, Set<Class<?>> different, Trace left, Trace right) {
    StringBuilder told = new StringBuilder();
    told.append("seed ").append(history.seed());
    told.append(" (replay with -Dhistories.seed=").append(history.seed()).append("): ");
    told.append(different.stream().map(Class::getSimpleName).sorted().toList());
    told.append(" differ in step ").append(step).append(" of ").append(history.setup());
    for (int shown = Math.max(0, step - STEPS_BEFORE); shown <= step; shown++) {
      told.append("\n\nstep ").append(shown).append(": ");
      told.append(shown < history.steps().size() ? history.steps().get(shown) : "the end");
      List<Line> oracle = ofStep(left, shown);
      List<Line> main = ofStep(right, shown);
      told.append("\n  oracle:\n").append(marked(oracle, main));
      told.append("\n  main:\n").append(marked(main, oracle));
    }
    return told.toString();
  }

  /** With a mark at what the others have not seen. */
  private static String marked(List<Line> lines, List<Line> others) {
    return lines.stream()
        .map(line -> (others.contains(line) ? "    " : "  > ") + line)
        .collect(Collectors.joining("\n"));
  }
}
