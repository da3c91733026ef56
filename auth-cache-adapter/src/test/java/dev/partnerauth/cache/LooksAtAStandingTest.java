package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LooksAtAStandingTest {

  private static final AuthFailure DOWN =
      new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503));
  private static final Duration STEP = Duration.ofMillis(10);

  /**
   * This is how it is today, not how it should be: a status asks nobody and should change nothing.
   * While an endpoint fails, the key that failed last lets the keys of others probe first, for as
   * long again as the cooldown took. A status of another app passes for somebody who wants a token,
   * so it makes the one app wait that does want one, though nobody comes to probe in its place. To
   * be turned round when looks no longer count as demand: both apps are then served alike.
   */
  @Test
  void todayAStatusOfAnotherAppPassesForDemandAndKeepsTheOneThatAsksWaitingForLonger() {
    Duration unwatched = recoveryOfOneApp(false);
    Duration watched = recoveryOfOneApp(true);

    assertThat(List.of(unwatched, watched))
        .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  /** From the one failure to the request that succeeds. */
  private static Duration recoveryOfOneApp(boolean statusOfAnotherIsPolled) {
    Simulation simulation = new Simulation(5);
    SimulatedApi api = new SimulatedApi(simulation);
    TokenCache cache = CaffeineTokenCache.standard();
    PartnerAuth asking = auth(api, "asking", cache, simulation);
    PartnerAuth watched = auth(api, "watched", cache, simulation);
    api.accessTokenFailure = Optional.of(DOWN);
    Either<AuthFailure, AccessToken> failed = simulation.awaited(asking.async().accessToken());
    Duration failedAt = simulation.passed();
    api.accessTokenFailure = Optional.empty();

    List<Duration> waited = new ArrayList<>();
    while (waited.isEmpty() && simulation.passed().compareTo(Duration.ofMinutes(1)) < 0) {
      simulation.advance(STEP);
      if (statusOfAnotherIsPolled) {
        var unused = watched.status();
      }
      var answer = asking.async().accessToken().toCompletableFuture();
      if (!Optional.ofNullable(answer.getNow(null)).equals(Optional.of(failed))) {
        waited.add(simulation.passed().minus(failedAt));
      }
    }
    return waited.get(0);
  }

  private static PartnerAuth auth(
      SimulatedApi api, String clientId, TokenCache cache, Simulation simulation) {
    return PartnerAuth.of(
        api, BackendApp.of(clientId, "secret").get(), cache, simulation.runtime());
  }
}
