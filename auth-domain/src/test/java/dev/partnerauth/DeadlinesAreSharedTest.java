package dev.partnerauth;

import static dev.partnerauth.Samples.aBackendApp;
import static dev.partnerauth.Samples.aBackendAppWithItsNextSecret;
import static dev.partnerauth.Samples.aFrontendApp;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.refusedAccessToken;
import static dev.partnerauth.Samples.refusedCredentials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.ScriptedApi.Call;
import dev.partnerauth.ScriptedApi.Call.ForAccess;
import dev.partnerauth.ScriptedApi.Call.ForScoped;
import dev.partnerauth.ScriptedApi.Call.ForService;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlinesAreSharedTest {

  private static final TimedOut NO_TIME_LEFT = new TimedOut(Phase.WHOLE_CALL, Facts.local());

  private final Surroundings here = new Surroundings();

  @ParameterizedTest
  @EnumSource
  void everyRequestIsGivenWhatItsForerunnersLeft(Door door) {
    here.api.eachCallTakes(Duration.ofSeconds(2)).refusesService(refusedAccessToken());

    var token = door.delegate(here.cached(), aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(token.isRight()).isTrue();
    assertThat(deadlines()).containsExactly(15L, 13L, 11L, 9L, 7L);
  }

  @ParameterizedTest
  @EnumSource
  void theSecondCredentialsAreGivenWhatTheFirstLeft(Door door) {
    here.api.eachCallTakes(Duration.ofSeconds(2)).refusesAccess(refusedCredentials());

    var token =
        door.accessToken(
            here.cachedWith(() -> List.of(aBackendAppWithItsNextSecret(), aBackendApp())));

    assertThat(token).isEqualTo(Either.right(anAccessToken("access-2")));
    assertThat(deadlines()).containsExactly(15L, 13L);
  }

  @ParameterizedTest
  @EnumSource
  void anotherLimitIsTheLimitOfTheWholeCall(Door door) {
    var token = door.accessTokenWithin(here.cached(), Duration.ofSeconds(3));

    assertThat(token.isRight()).isTrue();
    assertThat(deadlines()).containsExactly(3L);
  }

  @ParameterizedTest
  @EnumSource
  void whenNothingRemainsNothingMoreIsSent(Door door) {
    here.api.eachCallTakes(PartnerAuth.STANDARD_DEADLINE);

    var late = door.serviceToken(here.cached(), anInterviewRequest());

    assertThat(late).isEqualTo(Either.left(NO_TIME_LEFT));
    assertThat(deadlines()).containsExactly(15L);
  }

  @ParameterizedTest
  @EnumSource
  void anExchangeForWhichNothingRemainsIsNotSent(Door door) {
    here.api.eachCallTakes(Duration.ofMillis(7_500));

    var late = door.delegate(here.cached(), aFrontendApp(), anInterviewRequest(), Duration.ZERO);

    assertThat(late).isEqualTo(Either.left(NO_TIME_LEFT));
    assertThat(here.api.calls()).noneMatch(ForScoped.class::isInstance).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aSecondExchangeForWhichNothingRemainsIsNotSent(Door door) {
    here.api.eachCallTakes(Duration.ofSeconds(15)).refusesScoped(refusedCredentials());

    var late =
        door.scopedToken(
            here.cached(),
            aFrontendApp().clientId(),
            () -> List.of(aFrontendApp(), aFrontendApp()),
            aServiceToken("service-1"));

    assertThat(late).isEqualTo(Either.left(NO_TIME_LEFT));
    assertThat(here.api.calls()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void withNoTimeAtAllNothingIsSent(Door door) {
    var late =
        List.of(
            door.accessTokenWithin(here.cached(), Duration.ZERO),
            door.accessTokenWithin(here.cached(), Duration.ofSeconds(-1)));

    assertThat(late).containsOnly(Either.left(NO_TIME_LEFT));
    assertThat(here.api.calls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aLimitMayBeAsLongAsForever(Door door) {
    var token = door.accessTokenWithin(here.uncached(), ChronoUnit.FOREVER.getDuration());

    assertThat(token).isEqualTo(Either.right(anAccessToken("access-1")));
  }

  private List<Long> deadlines() {
    return here.api.calls().stream().map(DeadlinesAreSharedTest::deadline).toList();
  }

  private static Long deadline(Call call) {
    if (call instanceof ForAccess access) {
      return access.deadline().toSeconds();
    }
    return call instanceof ForService service
        ? service.deadline().toSeconds()
        : ((ForScoped) call).deadline().toSeconds();
  }
}
