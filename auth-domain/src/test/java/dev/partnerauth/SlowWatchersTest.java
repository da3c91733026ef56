package dev.partnerauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SlowWatchersTest {

  private final Executor events = AuthRuntime.system().eventExecutor();

  @Test
  void aThousandEventsWaitForASlowWatcherAndNoMore() {
    CountDownLatch slow = new CountDownLatch(1);
    int accepted = 0;
    try {
      while (accepted < 5000) {
        events.execute(() -> awaitUninterrupted(slow));
        accepted++;
      }
    } catch (RejectedExecutionException full) {
      slow.countDown();
    }

    assertThat(accepted).isEqualTo(1001);
  }

  @Test
  void watchersRunOnADaemonOfTheirOwn() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    AtomicReference<String> where = new AtomicReference<>();

    events.execute(
        () -> {
          Thread thread = Thread.currentThread();
          where.set(thread.getName() + (thread.isDaemon() ? ", a daemon" : ""));
          told.countDown();
        });
    told.await();

    assertThat(where).hasValue("partner-auth-events, a daemon");
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
