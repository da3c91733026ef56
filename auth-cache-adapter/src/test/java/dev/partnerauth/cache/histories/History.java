package dev.partnerauth.cache.histories;

import dev.partnerauth.cache.histories.Step.Advance;
import dev.partnerauth.cache.histories.Step.AdvanceInLife;
import dev.partnerauth.cache.histories.Step.AdvanceToNext;
import dev.partnerauth.cache.histories.Step.Ambush;
import dev.partnerauth.cache.histories.Step.AskForStanding;
import dev.partnerauth.cache.histories.Step.BlockingRead;
import dev.partnerauth.cache.histories.Step.Cancel;
import dev.partnerauth.cache.histories.Step.Drain;
import dev.partnerauth.cache.histories.Step.Evict;
import dev.partnerauth.cache.histories.Step.Moment;
import dev.partnerauth.cache.histories.Step.Pin;
import dev.partnerauth.cache.histories.Step.Read;
import dev.partnerauth.cache.histories.Step.ReadAll;
import dev.partnerauth.cache.histories.Step.Reject;
import dev.partnerauth.cache.histories.Step.RejectElsewhere;
import dev.partnerauth.cache.histories.Step.Rotate;
import dev.partnerauth.cache.histories.Step.SealVault;
import dev.partnerauth.cache.histories.Step.SetExecutor;
import dev.partnerauth.cache.histories.Step.SetListener;
import dev.partnerauth.cache.histories.Step.SetWeather;
import dev.partnerauth.cache.histories.Step.WallClockJumps;
import dev.partnerauth.cache.histories.Step.Weather;
import dev.partnerauth.cache.histories.Step.Which;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happens to a cache, drawn from a seed. */
record History(long seed, Setup setup, List<Step> steps) {

  private static final int FEWEST_STEPS = 20;
  private static final int STEPS = 40;

  private static final List<Duration> DEADLINES =
      List.of(
          Duration.ZERO,
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ofSeconds(15),
          Duration.ofSeconds(15),
          Duration.ofSeconds(70),
          Duration.ofMinutes(10),
          Duration.ofDays(365));

  private static final List<Duration> MINIMA =
      List.of(
          Duration.ofMillis(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(15),
          Duration.ofSeconds(50),
          Duration.ofMinutes(9),
          Duration.ofHours(1),
          Duration.ofHours(20));

  private static final List<TaskQueue.Mode> MODES =
      List.of(
          TaskQueue.Mode.QUEUES,
          TaskQueue.Mode.QUEUES,
          TaskQueue.Mode.QUEUES,
          TaskQueue.Mode.INLINE,
          TaskQueue.Mode.INLINE,
          TaskQueue.Mode.REJECTS,
          TaskQueue.Mode.ERRS);

  private static final List<Which> TOKENS =
      List.of(
          Which.PRESENT,
          Which.PRESENT,
          Which.PRESENT,
          Which.OLD,
          Which.COMING,
          Which.COMING,
          Which.OF_OTHER_NODES,
          Which.UNKNOWN);

  private static final List<Weather> WEATHERS =
      List.of(
          Weather.MIXED,
          Weather.MIXED,
          Weather.FAIR,
          Weather.FAIR,
          Weather.DOWN,
          Weather.REFUSING,
          Weather.HANGING);

  static History of(long seed) {
    Draws draws = Draws.of(seed, 1);
    Setup setup = Setup.drawn(draws);
    Drawing drawing = new Drawing(draws, setup);
    List<Step> steps = new ArrayList<>();
    int length = FEWEST_STEPS + draws.below(STEPS);
    while (steps.size() < length) {
      if (draws.happens(3)) {
        steps.addAll(drawing.failingRenewal());
      } else {
        steps.add(drawing.step());
      }
    }
    return new History(seed, setup, List.copyOf(steps));
  }

  /** Draws one step after the other. */
  private record Drawing(Draws draws, Setup setup) {

    Step step() {
      int drawn = draws.below(100);
      if (drawn < 34) {
        return setup.isCrowded() && draws.happens(30)
            ? new ReadAll(minimum(), draws.of(DEADLINES))
            : read();
      }
      if (drawn < 52) {
        return advance();
      }
      if (drawn < 60) {
        return reject();
      }
      if (drawn < 64) {
        return new AskForStanding(key());
      }
      if (drawn < 69) {
        return new Drain();
      }
      if (drawn < 73) {
        return new SetExecutor(draws.of(MODES));
      }
      if (drawn < 78) {
        return new SetWeather(lane(), draws.of(WEATHERS));
      }
      if (drawn < 83) {
        return new Ambush(key(), draws.of(List.of(Moment.values())), ambush());
      }
      return seldom();
    }

    /** A renewal fails and is told of; and then the trouble is over, perhaps before its time. */
    List<Step> failingRenewal() {
      int key = key();
      int lane = setup.lanes().get(key);
      Step mended =
          switch (draws.below(3)) {
            case 0 -> new Rotate(lane);
            case 1 -> read();
            default -> reject();
          };
      return List.of(
          new SetExecutor(TaskQueue.Mode.QUEUES),
          new SetWeather(lane, Weather.FAIR),
          inTime(key),
          new Advance(Duration.ofSeconds(1)),
          new SetWeather(lane, draws.of(List.of(Weather.DOWN, Weather.REFUSING, Weather.MIXED))),
          new AdvanceInLife(key, 75 + draws.below(24)),
          inTime(key),
          new Advance(draws.between(Duration.ZERO, Duration.ofSeconds(2))),
          inTime(key),
          new SetWeather(lane, draws.of(WEATHERS)),
          mended,
          new Advance(draws.between(Duration.ZERO, Duration.ofSeconds(2))),
          inTime(key),
          new Advance(draws.between(Duration.ZERO, Duration.ofMinutes(1))),
          inTime(key));
    }

    private static Read inTime(int key) {
      return new Read(key, Duration.ZERO, Duration.ofSeconds(15), false, false);
    }

    private Step seldom() {
      return switch (draws.below(14)) {
        case 12, 13 -> new Rotate(lane());
        case 0 -> new BlockingRead(key(), minimum(), draws.happens(30));
        case 1, 2 -> new RejectElsewhere(key(), draws.of(TOKENS));
        case 3 -> new Rotate(lane());
        case 4 -> new SealVault(lane(), draws.happens(30));
        case 5, 6 -> new Evict(key());
        case 7 -> new Pin(key());
        case 8 -> new WallClockJumps(jump());
        case 9 -> new SetListener(draws.happens(40));
        case 10 -> new Cancel();
        default -> read();
      };
    }

    private Step ambush() {
      return switch (draws.below(6)) {
        case 0, 1 -> reject();
        case 2 -> new Evict(key());
        case 3 -> new Rotate(lane());
        case 4 -> new RejectElsewhere(key(), draws.of(TOKENS));
        default -> read();
      };
    }

    private Read read() {
      return new Read(key(), minimum(), draws.of(DEADLINES), draws.happens(10), draws.happens(30));
    }

    private Reject reject() {
      return new Reject(key(), draws.of(TOKENS), draws.happens(30));
    }

    private Step advance() {
      return switch (draws.below(12)) {
        case 0, 1 -> new Advance(draws.between(Duration.ZERO, Duration.ofMillis(300)));
        case 2, 3 -> new Advance(draws.between(Duration.ZERO, Duration.ofSeconds(10)));
        case 4 -> new Advance(draws.between(Duration.ZERO, Duration.ofMinutes(15)));
        case 5 -> new Advance(draws.between(Duration.ZERO, Duration.ofHours(20)));
        case 6, 7 -> new AdvanceToNext(draws.below(2));
        default -> new AdvanceInLife(key(), 70 + draws.below(35));
      };
    }

    private Duration minimum() {
      return draws.happens(65) ? Duration.ZERO : draws.of(MINIMA);
    }

    private Duration jump() {
      Duration far = draws.happens(50) ? Duration.ofSeconds(2) : Duration.ofDays(1);
      return draws.between(Duration.ZERO, far.multipliedBy(2)).minus(far);
    }

    private int key() {
      return draws.below(setup.keys());
    }

    private int lane() {
      return setup.lanes().get(key());
    }
  }
}
