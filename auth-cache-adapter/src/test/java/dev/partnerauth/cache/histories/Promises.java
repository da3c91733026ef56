package dev.partnerauth.cache.histories;

import dev.partnerauth.cache.histories.Seen.Answered;
import dev.partnerauth.cache.histories.Seen.Asked;
import dev.partnerauth.cache.histories.Seen.Issued;
import dev.partnerauth.cache.histories.Seen.LeaseGiven;
import dev.partnerauth.cache.histories.Seen.NotIssuedToken;
import dev.partnerauth.cache.histories.Seen.Over;
import dev.partnerauth.cache.histories.Seen.Rejected;
import dev.partnerauth.cache.histories.Seen.Released;
import dev.partnerauth.cache.histories.Seen.Requested;
import dev.partnerauth.cache.histories.Seen.Shared;
import dev.partnerauth.cache.histories.Seen.StillDue;
import dev.partnerauth.cache.histories.Seen.Unanswered;
import dev.partnerauth.cache.histories.Step.WallClockJumps;
import dev.partnerauth.cache.histories.Trace.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a cache promises, whatever happens to it; judged by what was seen of it. */
final class Promises {

  private final boolean wallClockHolds;
  private final List<String> broken = new ArrayList<>();
  private final Map<Integer, Question> questions = new HashMap<>();
  private final Map<String, Integer> rejected = new HashMap<>();
  private final Map<String, Arrival> arrivals = new HashMap<>();
  private final Map<Integer, Set<Integer>> underWay = new HashMap<>();
  private final Map<Integer, Object> lastAnswers = new HashMap<>();
  private boolean over;

  private record Question(int index, long at, Asked asked) {}

  /**
   * A token, from the server or from another node.
   *
   * @param index where it is seen to come, the last time
   * @param at when that was
   * @param diesAt when it dies, the latest where it came several times
   * @param foreign whether its age is known by the wall clock only
   */
  private record Arrival(int index, long at, long diesAt, boolean foreign) {}

  private Promises(History history) {
    this.wallClockHolds = history.steps().stream().noneMatch(WallClockJumps.class::isInstance);
  }

  /** Those that were broken in this history. */
  static List<String> broken(History history, Trace trace) {
    Promises promises = new Promises(history);
    List<Line> lines = trace.lines();
    for (int index = 0; index < lines.size(); index++) {
      promises.judge(index, lines.get(index));
    }
    for (int key = 0; key < history.setup().keys(); key++) {
      if (!(promises.lastAnswers.get(key) instanceof String)) {
        promises.broken.add("key " + key + " has no token although the server is well");
      }
    }
    return promises.broken;
  }

  private void judge(int index, Line line) {
    Seen seen = line.seen();
    if (seen instanceof Asked asked) {
      questions.put(asked.caller(), new Question(index, line.at(), asked));
    } else if (seen instanceof Answered answered) {
      judge(line, answered);
    } else if (seen instanceof Requested requested) {
      begin(line, requested);
    } else if (seen instanceof Issued issued) {
      ofKey(issued.key()).remove(issued.ordinal());
      arrive(index, issued.text(), line.at(), issued.lifetime(), false);
    } else if (seen instanceof NotIssuedToken refused) {
      ofKey(refused.key()).remove(refused.ordinal());
    } else if (seen instanceof LeaseGiven given) {
      given.text().ifPresent(text -> arrive(index, text, line.at(), given.livesFor(), true));
    } else if (seen instanceof Shared shared) {
      ofKey(shared.key()).clear();
    } else if (seen instanceof Released released) {
      // Given up: the server may still be working on it.
      ofKey(released.key()).clear();
    } else if (seen instanceof Rejected reject) {
      rejected.putIfAbsent(reject.text(), index);
    } else if (seen instanceof Unanswered) {
      broken.add("a caller is never answered: " + line);
    } else if (seen instanceof StillDue) {
      broken.add("something is left: " + line);
    } else if (seen instanceof Over) {
      over = true;
    }
  }

  private void begin(Line line, Requested requested) {
    Set<Integer> requests = ofKey(requested.key());
    if (!requests.isEmpty()) {
      broken.add("a request goes out while another is under way: " + line);
    }
    requests.add(requested.ordinal());
  }

  private Set<Integer> ofKey(int key) {
    return underWay.computeIfAbsent(key, unknown -> new TreeSet<>());
  }

  /** Later than its life began, so it may be found dead a bit too late, and never too early. */
  private void arrive(int index, String text, long at, Duration livesFor, boolean foreign) {
    long diesAt = at + livesFor.toNanos();
    Arrival before = arrivals.getOrDefault(text, new Arrival(index, at, diesAt, false));
    arrivals.put(
        text,
        new Arrival(index, at, Math.max(before.diesAt(), diesAt), before.foreign() || foreign));
  }

  private void judge(Line line, Answered answered) {
    Question question = Optional.ofNullable(questions.get(answered.caller())).orElseThrow();
    if (!answered.answer().equals(World.CANCELLED)
        && line.at() - question.at() > question.asked().deadline().toNanos()) {
      broken.add("an answer comes too late: " + line);
    }
    if (over) {
      lastAnswers.put(question.asked().key(), answered.answer());
    }
    if (answered.answer() instanceof String text) {
      if (rejected.getOrDefault(text, question.index()) < question.index()) {
        broken.add("a rejected token is served: " + line);
      }
      Optional.ofNullable(arrivals.get(text))
          .filter(arrival -> arrival.index() < question.index())
          // Whoever joins while a token that is dead on arrival is looked at is given it too.
          .filter(arrival -> arrival.at() < question.at())
          .filter(arrival -> wallClockHolds || !arrival.foreign())
          .filter(arrival -> question.at() >= arrival.diesAt())
          .ifPresent(arrival -> broken.add("a dead token is served: " + line));
    }
  }
}
