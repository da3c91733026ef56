package dev.partnerauth;

import static dev.partnerauth.Samples.TEN_HOURS;
import static dev.partnerauth.Samples.aFrontendApp;
import static dev.partnerauth.Samples.aMessage;
import static dev.partnerauth.Samples.aScopedToken;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anInterviewRequest;
import static dev.partnerauth.Samples.anOutage;
import static dev.partnerauth.Samples.refusedAccessToken;
import static dev.partnerauth.Samples.refusedCredentials;
import static dev.partnerauth.Samples.refusedServiceToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.ScriptedApi.Call.ForAccess;
import dev.partnerauth.ScriptedApi.Call.ForScoped;
import dev.partnerauth.ScriptedApi.Call.ForService;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.LifetimeTooShort;
import dev.partnerauth.failure.CallerFailure.ServiceTokenRequestRefused;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DelegationHealsItselfTest {

  private final Surroundings here = new Surroundings();
  private final PartnerAuth auth = here.cached();

  @ParameterizedTest
  @EnumSource
  void aRefusedServiceTokenIsReplacedAndTheExchangeRepeated(Door door) {
    here.api.refusesScoped(refusedServiceToken());

    var token = delegated(door);

    assertThat(token).isEqualTo(Either.right(aScopedToken("scoped-2")));
    assertThat(serviceTokensExchanged())
        .containsExactly(aServiceToken("service-1"), aServiceToken("service-2"));
  }

  @ParameterizedTest
  @EnumSource
  void theRefusedServiceTokenIsNeverServedAgain(Door door) {
    here.api.refusesScoped(refusedServiceToken());

    var token = delegated(door);

    assertThat(token.isRight()).isTrue();
    assertThat(door.serviceToken(auth, anInterviewRequest()))
        .isEqualTo(Either.right(aServiceToken("service-2")));
  }

  @ParameterizedTest
  @EnumSource
  void theAccessTokenIsLeftInPeace(Door door) {
    here.api.refusesScoped(refusedServiceToken());

    var token = delegated(door);

    assertThat(token.isRight()).isTrue();
    assertThat(here.api.calls())
        .extracting(Object::getClass)
        .isEqualTo(
            List.of(
                ForAccess.class,
                ForService.class,
                ForScoped.class,
                ForService.class,
                ForScoped.class));
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRefusalIsReturned(Door door) {
    here.api.refusesScoped(refusedServiceToken()).refusesScoped(refusedServiceToken());

    var refused = delegated(door);

    assertThat(refused).isEqualTo(Either.left(refusedServiceToken()));
    assertThat(serviceTokensExchanged())
        .containsExactly(aServiceToken("service-1"), aServiceToken("service-2"));
  }

  @ParameterizedTest
  @EnumSource
  void theSecondRefusedServiceTokenIsNotServedAgainEither(Door door) {
    here.api.refusesScoped(refusedServiceToken()).refusesScoped(refusedServiceToken());

    var refused = delegated(door);

    assertThat(refused.isLeft()).isTrue();
    assertThat(door.serviceToken(auth, anInterviewRequest()))
        .isEqualTo(Either.right(aServiceToken("service-3")));
  }

  @ParameterizedTest
  @EnumSource
  void whenNoOtherServiceTokenCanBeHadThatIsTheFailure(Door door) {
    here.api
        .issuesService(aServiceToken("service-1"))
        .refusesService(anOutage())
        .refusesScoped(refusedServiceToken());

    var refused = delegated(door);

    assertThat(refused).isEqualTo(Either.left(anOutage()));
    assertThat(serviceTokensExchanged()).containsExactly(aServiceToken("service-1"));
  }

  @ParameterizedTest
  @EnumSource
  void theTokenOfTheSecondExchangeMustLiveLongEnoughToo(Door door) {
    Duration longer = TEN_HOURS.plusSeconds(1);
    here.api.refusesScoped(refusedServiceToken());

    var refused = door.delegate(auth, aFrontendApp(), anInterviewRequest(), longer);

    assertThat(refused).isEqualTo(Either.left(new LifetimeTooShort(longer, TEN_HOURS)));
  }

  static Stream<Arguments> otherFailures() {
    return Stream.of(Door.values())
        .flatMap(
            door ->
                Stream.of(
                        anOutage(),
                        refusedCredentials(),
                        refusedAccessToken(),
                        new ServiceTokenRequestRefused(
                            aMessage("no"), Facts.answered(Endpoint.SERVICE_TOKEN, 400)))
                    .map(failure -> Arguments.of(door, failure)));
  }

  @ParameterizedTest
  @MethodSource("otherFailures")
  void anyOtherFailureLeavesTheServiceTokenInPeace(Door door, AuthFailure failure) {
    here.api.refusesScoped(failure);

    var outcomes = List.of(delegated(door), delegated(door));

    assertThat(outcomes)
        .containsExactly(Either.left(failure), Either.right(aScopedToken("scoped-2")));
    assertThat(serviceTokensExchanged())
        .containsExactly(aServiceToken("service-1"), aServiceToken("service-1"));
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatLivesTooShortLeavesTheServiceTokenInPeace(Door door) {
    var refused =
        door.delegate(auth, aFrontendApp(), anInterviewRequest(), TEN_HOURS.plusSeconds(1));

    assertThat(refused.isLeft()).isTrue();
    assertThat(serviceTokensExchanged()).containsExactly(aServiceToken("service-1"));
  }

  @ParameterizedTest
  @EnumSource
  void aServiceTokenThatWasHandedInIsNotReplaced(Door door) {
    here.api.refusesScoped(refusedServiceToken());

    var refused = door.scopedToken(auth, aFrontendApp(), aServiceToken("from-outside"));

    assertThat(refused).isEqualTo(Either.left(refusedServiceToken()));
    assertThat(here.api.calls()).extracting(Object::getClass).isEqualTo(List.of(ForScoped.class));
  }

  private Either<AuthFailure, ScopedAccessToken> delegated(Door door) {
    return door.delegate(auth, aFrontendApp(), anInterviewRequest(), Duration.ZERO);
  }

  private List<ServiceToken> serviceTokensExchanged() {
    return here.api.calls().stream()
        .filter(ForScoped.class::isInstance)
        .map(call -> ((ForScoped) call).serviceToken())
        .toList();
  }
}
