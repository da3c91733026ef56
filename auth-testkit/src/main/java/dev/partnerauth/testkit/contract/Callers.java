package dev.partnerauth.testkit.contract;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Threads that call what is tested, each for its own. */
final class Callers {

  private Callers() {}

  /**
   * Somebody who calls.
   *
   * @param answer what the call returned
   * @param thread on which it is made, for interrupting it
   */
  record Caller<A>(CompletableFuture<A> answer, Thread thread) {}

  static <A> Caller<A> calling(Supplier<A> call) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    Thread thread =
        daemon(
            () -> {
              try {
                answer.complete(call.get());
              } catch (Throwable thrown) {
                answer.completeExceptionally(thrown);
              }
            });
    thread.start();
    return new Caller<>(answer, thread);
  }

  static <A> List<CompletableFuture<A>> calling(int callers, Supplier<A> call) {
    return Stream.generate(() -> calling(call).answer()).limit(callers).toList();
  }

  /**
   * Keeps quiet about what a cache reports to the thread's handler: many tests provoke it on
   * purpose.
   */
  static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "contract-caller");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((where, thrown) -> {});
    return thread;
  }
}
