package dev.partnerauth.http.transport;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A few threads that come when needed, go when idle, and keep no JVM alive. */
final class DaemonThreads implements Executor, AutoCloseable {

  private final ThreadPoolExecutor threads;

  private DaemonThreads(ThreadPoolExecutor threads) {
    this.threads = threads;
  }

  static DaemonThreads upTo(int most, String name) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return new DaemonThreads(threads);
  }

  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
