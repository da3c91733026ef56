package dev.partnerauth.port;

import static dev.partnerauth.Samples.aClientId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.event.AuthEvent;
import dev.partnerauth.event.AuthEvent.SharedStoreRegained;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeveralWatchersTest {

  private static final AuthEvent NEWS = new SharedStoreRegained(aClientId());

  private final List<String> told = new ArrayList<>();
  private final AuthEvents first = event -> told.add("first");
  private final AuthEvents second = event -> told.add("second");

  @Test
  void allOfThemHearInTheirOrder() {
    AuthEvents.all(first, second).on(NEWS);

    assertThat(told).containsExactly("first", "second");
  }

  @Test
  void oneThatThrowsKeepsNothingFromTheOthersAndIsNotHushedUp() {
    AssertionError thrown = new AssertionError("watcher");
    AuthEvents broken =
        event -> {
          throw thrown;
        };
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler((on, error) -> told.add(error.getMessage()));

    AuthEvents.all(first, broken, second).on(NEWS);

    thread.setUncaughtExceptionHandler(before);
    assertThat(told).containsExactly("first", "watcher", "second");
  }
}
