package dev.partnerauth;

import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.anOutage;
import static dev.partnerauth.Samples.refusedAccessToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.ScriptedApi.Call.ForAccess;
import dev.partnerauth.ScriptedApi.Call.ForService;
import dev.partnerauth.event.AuthEvent.AccessTokenRejected;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfHealingTest {

  private final Surroundings here = new Surroundings();

  @ParameterizedTest
  @EnumSource
  void aRefusedAccessTokenIsReplacedAndTheCallRepeated(Door door) {
    here.api.refusesService(refusedAccessToken());

    var token = door.serviceToken(here.cached(), anInterviewRequest());

    assertThat(token).isEqualTo(Either.right(aServiceToken("service-2")));
    assertThat(accessTokensSent())
        .containsExactly(anAccessToken("access-1"), anAccessToken("access-2"));
  }

  @ParameterizedTest
  @EnumSource
  void theRefusedTokenIsNeverServedAgain(Door door) {
    PartnerAuth auth = here.cached();
    here.api.refusesService(refusedAccessToken());

    var serviceToken = door.serviceToken(auth, anInterviewRequest());

    assertThat(serviceToken.isRight()).isTrue();
    assertThat(door.accessToken(auth)).isEqualTo(Either.right(anAccessToken("access-2")));
  }

  @ParameterizedTest
  @EnumSource
  void theReplacementIsAnnounced(Door door) {
    here.api.refusesService(refusedAccessToken());

    var serviceToken = door.serviceToken(here.cached(), anInterviewRequest());

    assertThat(serviceToken.isRight()).isTrue();
    assertThat(here.events)
        .filteredOn(AccessTokenRejected.class::isInstance)
        .containsExactly(new AccessTokenRejected(aClientId(), anAccessToken("access-1").digest()));
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRefusalIsReturned(Door door) {
    here.api.refusesService(refusedAccessToken()).refusesService(refusedAccessToken());

    var refused = door.serviceToken(here.cached(), anInterviewRequest());

    assertThat(refused).isEqualTo(Either.left(refusedAccessToken()));
    assertThat(here.api.calls())
        .extracting(Object::getClass)
        .isEqualTo(List.of(ForAccess.class, ForService.class, ForAccess.class, ForService.class));
  }

  @ParameterizedTest
  @EnumSource
  void anyOtherFailureLeavesTheAccessTokenInPeace(Door door) {
    here.api.refusesService(anOutage());

    var refused = door.serviceToken(here.cached(), anInterviewRequest());

    assertThat(refused).isEqualTo(Either.left(anOutage()));
    assertThat(accessTokensSent()).containsExactly(anAccessToken("access-1"));
  }

  @ParameterizedTest
  @EnumSource
  void whenNoOtherAccessTokenCanBeHadThatIsTheFailure(Door door) {
    here.api
        .issuesAccess(anAccessToken("access-1"))
        .refusesAccess(anOutage())
        .refusesService(refusedAccessToken());

    var refused = door.serviceToken(here.cached(), anInterviewRequest());

    assertThat(refused).isEqualTo(Either.left(anOutage()));
    assertThat(accessTokensSent()).containsExactly(anAccessToken("access-1"));
  }

  private List<AccessToken> accessTokensSent() {
    return here.api.calls().stream()
        .filter(ForService.class::isInstance)
        .map(call -> ((ForService) call).accessToken())
        .toList();
  }
}
