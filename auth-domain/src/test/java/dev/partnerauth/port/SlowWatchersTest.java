package dev.partnerauth.port;

import static dev.partnerauth.Samples.aClientId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.SharedStoreRegained;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowWatchersTest {

  private static final AuthEvent LAST = new SharedStoreRegained(new ClientId("last"));

  @Test
  void aThousandEventsWaitForASlowWatcherAndNoMore() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch thousandAndOne = new CountDownLatch(1_001);
    CompletableFuture<AuthEvent> last = new CompletableFuture<>();
    List<AuthEvent> told = new ArrayList<>();
    AuthRuntime runtime =
        AuthRuntime.system()
            .observedBy(
                event -> {
                  awaitUninterrupted(slow);
                  if (event.equals(LAST)) {
                    last.complete(event);
                  } else {
                    told.add(event);
                    thousandAndOne.countDown();
                  }
                });

    List<AuthEvent> events = IntStream.range(0, 5_000).mapToObj(SlowWatchersTest::event).toList();
    events.forEach(runtime::announce);
    slow.countDown();
    thousandAndOne.await(10, TimeUnit.SECONDS);
    runtime.announce(LAST);
    last.get(10, TimeUnit.SECONDS);

    assertThat(told).isEqualTo(events.subList(0, 1_001));
  }

  @Test
  void watchersRunOnADaemonOfTheirOwn() throws Exception {
    CompletableFuture<String> where = new CompletableFuture<>();
    AuthRuntime runtime =
        AuthRuntime.system()
            .observedBy(
                event -> {
                  Thread thread = Thread.currentThread();
                  where.complete(thread.getName() + (thread.isDaemon() ? ", a daemon" : ""));
                });

    runtime.announce(new SharedStoreRegained(aClientId()));

    assertThat(where.get(10, TimeUnit.SECONDS)).isEqualTo("partner-auth-events, a daemon");
  }

  private static AuthEvent event(int number) {
    return new SharedStoreRegained(new ClientId("app-" + number));
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
