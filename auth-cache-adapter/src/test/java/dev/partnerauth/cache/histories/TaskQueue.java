package dev.partnerauth.cache.histories;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** An executor that does with its tasks what a history wants. */
final class TaskQueue implements Executor {

  /** What is done with a task. */
  enum Mode {
    QUEUES,
    INLINE,
    REJECTS,
    ERRS
  }

  /** Thrown where a real executor would be short of threads or memory. */
  @SuppressWarnings("serial")
  static final class Exhausted extends Error {
    Exhausted() {
      super("no thread to be had", null, false, false);
    }
  }

  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final Runnable erring;
  private Mode mode = Mode.QUEUES;

  /**
   * @param erring told whenever an error is thrown
   */
  TaskQueue(Runnable erring) {
    this.erring = erring;
  }

  void setMode(Mode mode) {
    this.mode = mode;
  }

  @Override
  public void execute(Runnable task) {
    if (task.getClass().getName().startsWith("com.github.benmanes.caffeine")) {
      // Its housekeeping is nothing that a core promises, and it would log each rejection.
      task.run();
      return;
    }
    switch (mode) {
      case QUEUES -> tasks.add(task);
      case INLINE -> task.run();
      case REJECTS -> throw new RejectedExecutionException("the queue is full");
      case ERRS -> {
        erring.run();
        throw new Exhausted();
      }
    }
  }

  /** The next task that waits. */
  Optional<Runnable> next() {
    return Optional.ofNullable(tasks.poll());
  }
}
