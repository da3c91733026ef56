package dev.partnerauth.cache.histories;

import dev.partnerauth.cache.histories.Seen.Announced;
import dev.partnerauth.cache.histories.Seen.Answered;
import dev.partnerauth.cache.histories.Seen.Asked;
import dev.partnerauth.cache.histories.Seen.ExecutorErred;
import dev.partnerauth.cache.histories.Seen.Over;
import dev.partnerauth.cache.histories.Seen.StillDue;
import dev.partnerauth.cache.histories.Seen.Stored;
import dev.partnerauth.cache.histories.Seen.Unanswered;
import dev.partnerauth.cache.histories.Seen.Uncaught;
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
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One cache and all around it, in virtual time. Keys are spread over three lanes: two front-end
 * apps at one endpoint, and a back-end app at another.
 */
final class World {

  static final AuthFailure BROKEN =
      new Unforeseen(ForeignText.of("broken", List.of()), Facts.local());

  /** The answer of a caller who cancelled. */
  static final String CANCELLED = "threw CancellationException";

  private static final AuthRuntime SYSTEM = AuthRuntime.system().observedOn(Runnable::run);

  /**
   * For callers who block: enough to ask, and over before anything else can happen. One that really
   * waits would need a thread of its own, and threads that wake up help with each other's work.
   */
  private static final Duration NO_TIME_TO_WAIT = Duration.ofNanos(1);

  private static final Duration LAST_DEADLINE = Duration.ofSeconds(15);
  private static final int LAST_ROUNDS = 4;

  private final History history;
  private final VirtualTime time = new VirtualTime();
  private final TaskQueue tasks = new TaskQueue(() -> see(new ExecutorErred()));
  private final Trace trace = new Trace(time);
  private final AuthRuntime runtime;
  private final TestedCache cache;
  private final List<Lane<?, ?>> lanes;
  private final Map<Integer, CompletableFuture<?>> waiting = new TreeMap<>();
  private final List<Stored> stored = new ArrayList<>();
  private Optional<Ambush> ambush = Optional.empty();
  private boolean listenerThrows;
  private int callers;

  private World(History history) {
    this.history = history;
    long seed = Draws.mixed(history.seed());
    this.runtime =
        SYSTEM
            .at(time)
            .delayedBy(time)
            .runningOn(tasks)
            .randomBy(() -> Draws.mixed(seed ^ time.passed()))
            .observedBy(this::hear);
    this.cache = new TestedCache(this);
    this.lanes =
        List.of(
            new Lane<>(Mint.FIRST_FRONTEND, this),
            new Lane<>(Mint.SECOND_FRONTEND, this),
            new Lane<>(Mint.BACKEND, this));
    for (int key = 0; key < history.setup().keys(); key++) {
      stored.add(new Stored(key, Optional.empty(), false));
    }
  }

  /** What is seen of a core in a history. */
  static Trace trace(History history) {
    Thread thread = Thread.currentThread();
    World world = new World(history);
    thread.setUncaughtExceptionHandler((where, thrown) -> world.uncaught(thrown));
    try {
      for (Step step : history.steps()) {
        world.act(step);
        world.look();
      }
      world.end();
    } finally {
      thread.setUncaughtExceptionHandler(null);
    }
    return world.trace;
  }

  long seed() {
    return history.seed();
  }

  Setup setup() {
    return history.setup();
  }

  VirtualTime time() {
    return time;
  }

  AuthRuntime runtime() {
    return runtime;
  }

  TestedCache cache() {
    return cache;
  }

  void see(Seen seen) {
    trace.add(seen);
  }

  /** Does what was to be done at this moment. */
  void spring(int key, Moment moment) {
    Optional<Ambush> due = ambush.filter(armed -> armed.moment() == moment && armed.key() == key);
    if (due.isPresent()) {
      ambush = Optional.empty();
      act(due.get().step());
    }
  }

  private Lane<?, ?> lane(int key) {
    return lanes.get(history.setup().lanes().get(key));
  }

  private void act(Step step) {
    try {
      perform(step);
    } catch (Throwable thrown) {
      uncaught(thrown);
    }
  }

  private void perform(Step step) {
    if (step instanceof Read read) {
      read(lane(read.key()), read);
    } else if (step instanceof BlockingRead read) {
      read(lane(read.key()), read);
    } else if (step instanceof ReadAll all) {
      for (int key = 0; key < history.setup().keys(); key++) {
        act(new Read(key, all.minimum(), all.deadline(), false, false));
      }
    } else if (step instanceof Cancel) {
      waiting.values().stream().findFirst().ifPresent(longest -> longest.cancel(true));
    } else if (step instanceof Reject reject) {
      lane(reject.key()).reject(reject);
    } else if (step instanceof RejectElsewhere reject) {
      lane(reject.key()).rejectElsewhere(reject);
    } else if (step instanceof Rotate rotate) {
      lanes.get(rotate.lane()).rotate();
    } else if (step instanceof SealVault vault) {
      lanes.get(vault.lane()).sealVault(vault.sealed());
    } else if (step instanceof Evict evict) {
      cache.evict(lane(evict.key()).name(evict.key()));
    } else if (step instanceof Pin pin) {
      lane(pin.key()).pin(pin.key());
    } else if (step instanceof AskForStanding standing) {
      lane(standing.key()).askForStanding(standing.key());
    } else if (step instanceof Advance advance) {
      advance(advance.duration());
    } else if (step instanceof AdvanceToNext next) {
      advance(time.untilNext().orElse(Duration.ZERO).plusNanos(next.nanosBeyond()));
    } else if (step instanceof AdvanceInLife life) {
      advance(lane(life.key()).untilPartOfLife(life.key(), life.percent()));
    } else if (step instanceof WallClockJumps jump) {
      time.wallClockJumps(jump.duration());
    } else if (step instanceof SetExecutor executor) {
      tasks.setMode(executor.mode());
    } else if (step instanceof Drain) {
      drain();
    } else if (step instanceof SetListener listener) {
      listenerThrows = listener.throwing();
    } else if (step instanceof SetWeather weather) {
      lanes.get(weather.lane()).setWeather(weather.weather());
    } else if (step instanceof Ambush armed) {
      ambush = Optional.of(armed);
    }
  }

  private <T extends Token> void read(Lane<?, T> lane, Read read) {
    int caller = callers++;
    boolean fromSource = read.pinned() && lane.isPinned(read.key());
    see(
        new Asked(
            caller, read.key(), fromSource ? Duration.ZERO : read.minimum(), read.deadline()));
    CompletableFuture<Either<AuthFailure, T>> answer = lane.read(read).toCompletableFuture();
    waiting.put(caller, answer);
    var unused =
        answer.whenComplete(
            (outcome, thrown) -> {
              waiting.remove(caller);
              see(new Answered(caller, thrown == null ? told(outcome) : name(thrown)));
            });
  }

  private <T extends Token> void read(Lane<?, T> lane, BlockingRead read) {
    int caller = callers++;
    boolean fromSource = read.pinned() && lane.isPinned(read.key());
    see(
        new Asked(
            caller, read.key(), fromSource ? Duration.ZERO : read.minimum(), NO_TIME_TO_WAIT));
    Object answer;
    try {
      answer = told(lane.read(read, NO_TIME_TO_WAIT));
    } catch (Throwable thrown) {
      answer = name(thrown);
    }
    see(new Answered(caller, answer));
  }

  private static <T extends Token> Object told(Either<AuthFailure, T> outcome) {
    return outcome.<Object>map(Token::reveal).getOrElseGet(Told::new);
  }

  private static String name(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return "threw " + cause.getClass().getSimpleName();
  }

  private void hear(AuthEvent event) {
    see(new Announced(event));
    spring(ambush.map(Ambush::key).orElse(0), Moment.ANNOUNCED);
    if (listenerThrows) {
      throw new IllegalStateException("a watcher broke");
    }
  }

  private void uncaught(Throwable thrown) {
    see(new Uncaught(name(thrown)));
  }

  private void advance(Duration duration) {
    drain();
    time.advance(
        duration,
        task -> {
          run(task);
          drain();
        });
  }

  private void drain() {
    for (Optional<Runnable> task = tasks.next(); task.isPresent(); task = tasks.next()) {
      run(task.get());
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable thrown) {
      uncaught(thrown);
    }
  }

  /** Writes down what has changed in the store. */
  private void look() {
    for (int key = 0; key < stored.size(); key++) {
      var name = lane(key).name(key);
      Stored now =
          new Stored(
              key, cache.present(name).map(Token::reveal), cache.isServed(name, time.nanos()));
      if (!now.equals(stored.set(key, now))) {
        see(now);
      }
    }
    trace.nextStep();
  }

  /** All is well again: everybody is answered, nothing is left, and tokens are to be had. */
  private void end() {
    ambush = Optional.empty();
    listenerThrows = false;
    tasks.setMode(TaskQueue.Mode.QUEUES);
    lanes.forEach(Lane::calmDown);
    advance(Duration.ofHours(2));
    look();
    left();
    see(new Over());
    for (int round = 0; round < LAST_ROUNDS; round++) {
      advance(Duration.ofHours(25));
      for (int key = 0; key < stored.size(); key++) {
        act(new Read(key, Duration.ZERO, LAST_DEADLINE, false, false));
      }
      advance(Duration.ofMinutes(1));
      look();
    }
    left();
  }

  private void left() {
    for (Integer caller : List.copyOf(waiting.keySet())) {
      see(new Unanswered(caller));
      waiting.remove(caller);
    }
    if (time.due() > 0) {
      see(new StillDue(time.due()));
    }
  }
}
