package dev.partnerauth;

import static dev.partnerauth.Samples.aBackendApp;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.refusedAccessToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.AuthEvents;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.TokenCache;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchersHurtNoCallTest {

  private final Surroundings here = new Surroundings();
  private final List<Throwable> uncaught = new ArrayList<>();
  private final Thread thread = Thread.currentThread();
  private final Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();

  @BeforeEach
  void collectWhatIsNotCaught() {
    thread.setUncaughtExceptionHandler((on, thrown) -> uncaught.add(thrown));
  }

  @AfterEach
  void restore() {
    thread.setUncaughtExceptionHandler(before);
  }

  @ParameterizedTest
  @EnumSource
  void aWatcherThatThrowsOnTheCallersOwnThreadHurtsNoCall(Door door) {
    IllegalStateException thrown = new IllegalStateException("watcher");
    here.api.refusesService(refusedAccessToken());

    var token =
        door.serviceToken(
            watchedBy(
                event -> {
                  throw thrown;
                }),
            anInterviewRequest());

    assertThat(token).isEqualTo(Either.right(aServiceToken("service-2")));
    assertThat(uncaught).isNotEmpty().containsOnly(thrown);
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfTheWatcherHurtsNoCallEither(Door door) {
    AssertionError thrown = new AssertionError("watcher");

    var token =
        door.accessToken(
            watchedBy(
                event -> {
                  throw thrown;
                }));

    assertThat(token).isEqualTo(Either.right(anAccessToken("access-1")));
    assertThat(uncaught).containsExactly(thrown);
  }

  @ParameterizedTest
  @EnumSource
  void anExecutorThatRejectsTheNewsHurtsNoCall(Door door) {
    AuthRuntime full =
        here.runtime.observedOn(
            task -> {
              throw new RejectedExecutionException("full");
            });
    here.api.refusesService(refusedAccessToken());

    var token =
        door.serviceToken(
            PartnerAuth.of(here.api, aBackendApp(), TokenCache.none(), full), anInterviewRequest());

    assertThat(token).isEqualTo(Either.right(aServiceToken("service-2")));
    assertThat(here.events).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aWatcherRunsWhereItIsToldTo(Door door) {
    List<Runnable> later = new ArrayList<>();
    AuthRuntime patient = here.runtime.observedOn(later::add);

    var token =
        door.accessToken(PartnerAuth.of(here.api, aBackendApp(), TokenCache.none(), patient));

    assertThat(token.isRight()).isTrue();
    assertThat(here.events).isEmpty();
    later.forEach(Runnable::run);
    assertThat(here.events).hasSize(1);
  }

  private PartnerAuth watchedBy(AuthEvents watcher) {
    return PartnerAuth.of(
        here.api, aBackendApp(), TokenCache.none(), here.runtime.observedBy(watcher));
  }
}
