package dev.partnerauth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Delays;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetsAtTheirEdgesTest {

  private final SeveralAnswers server = new SeveralAnswers();
  private final PausesTakenAtOnce clock = new PausesTakenAtOnce();

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void withoutTimeNothingIsSent(Duration time) {
    server.thenAToken();

    var outcome = accessToken(Budget.of(time), clock.runtime());

    assertThat(List.of(outcome, server.requests()))
        .isEqualTo(
            List.of(
                Either.left(new TimedOut(Phase.WHOLE_CALL, Facts.local(Endpoint.ACCESS_TOKEN))),
                0));
  }

  @Test
  void moreTimeThanTimersCanCountIsAYear() {
    server.thenAToken();

    var outcome = accessToken(Budget.of(ChronoUnit.FOREVER.getDuration()), clock.runtime());

    assertThat(List.of(outcome.isRight(), server.deadlines()))
        .isEqualTo(List.of(true, List.of(Duration.ofDays(365))));
  }

  @Test
  void aTimerThatIsTooLateLeavesTheFailureThatItWasSetFor() {
    server.then(503).thenAToken();
    Delays late = (delay, task) -> clock.after(delay.plusSeconds(15), task);

    var outcome = accessToken(Budget.of(Duration.ofSeconds(15)), clock.runtime().delayedBy(late));

    assertThat(List.of(outcome, server.requests()))
        .isEqualTo(
            List.of(Either.left(new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503))), 1));
  }

  private Either<AuthFailure, AccessToken> accessToken(Budget budget, AuthRuntime runtime) {
    return Calls.outcome(
        HttpAuthenticationApi.of(BaseAddress.sandbox(), server, CallSettings.standard(), runtime)
            .accessToken(Samples.aBackendApp(), budget));
  }
}
