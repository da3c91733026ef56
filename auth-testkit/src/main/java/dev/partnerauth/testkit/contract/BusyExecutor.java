package dev.partnerauth.testkit.contract;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Real threads that tell when they have nothing to do. Thread-safe. */
final class BusyExecutor implements Executor {

  private static final int THREADS = 4;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Callers::daemon);
  private int unfinished;
  private boolean rejecting;
  private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);

  @Override
  public void execute(Runnable task) {
    begin();
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            end();
          }
        });
  }

  /** Completes when nothing that was handed in is waiting or running. */
  synchronized CompletableFuture<Void> idle() {
    return idle;
  }

  /** Rejects whatever comes, as an executor does that is full or being shut down. */
  synchronized void rejects(boolean everything) {
    rejecting = everything;
  }

  void close() {
    threads.shutdownNow();
  }

  private synchronized void begin() {
    if (rejecting) {
      throw new RejectedExecutionException("the test wants it so");
    }
    if (unfinished++ == 0) {
      idle = new CompletableFuture<>();
    }
  }

  private synchronized void end() {
    if (--unfinished == 0) {
      idle.complete(null);
    }
  }
}
