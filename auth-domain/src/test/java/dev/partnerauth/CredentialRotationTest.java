package dev.partnerauth;

import static dev.partnerauth.Samples.aBackendApp;
import static dev.partnerauth.Samples.aBackendAppWithItsNextSecret;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.aFrontendApp;
import static dev.partnerauth.Samples.aFrontendAppWithItsNextSecret;
import static dev.partnerauth.Samples.aMessage;
import static dev.partnerauth.Samples.aScopedToken;
import static dev.partnerauth.Samples.aServiceToken;
import static dev.partnerauth.Samples.anAccessToken;
import static dev.partnerauth.Samples.anOutage;
import static dev.partnerauth.Samples.refusedCredentials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.ScriptedApi.Call.ForAccess;
import dev.partnerauth.ScriptedApi.Call.ForScoped;
import dev.partnerauth.app.App;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.event.AuthEvent.NextCredentialsTried;
import dev.partnerauth.failure.AdministratorFailure.AppNotApproved;
import dev.partnerauth.failure.AdministratorFailure.NoCredentials;
import dev.partnerauth.failure.AdministratorFailure.NotPermitted;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialRotationTest {

  private final Surroundings here = new Surroundings();
  private final List<BackendApp> current =
      new ArrayList<>(List.of(aBackendAppWithItsNextSecret(), aBackendApp()));
  private final PartnerAuth auth = here.cachedWith(() -> List.copyOf(current));

  @ParameterizedTest
  @EnumSource
  void theFirstCredentialsAreUsed(Door door) {
    var token = door.accessToken(auth);

    assertThat(token).isEqualTo(Either.right(anAccessToken("access-1")));
    assertThat(appsThatAsked()).containsExactly(aBackendAppWithItsNextSecret());
  }

  @ParameterizedTest
  @EnumSource
  void whenTheFirstAreRefusedTheSecondAreTriedOnceAndThatIsAnnounced(Door door) {
    here.api.refusesAccess(refusedCredentials());

    var token = door.accessToken(auth);

    assertThat(token).isEqualTo(Either.right(anAccessToken("access-2")));
    assertThat(appsThatAsked()).containsExactly(aBackendAppWithItsNextSecret(), aBackendApp());
    assertThat(here.events).contains(new NextCredentialsTried(aClientId()));
  }

  @ParameterizedTest
  @EnumSource
  void whileTheFirstAwaitTheirApprovalTheSecondAreTried(Door door) {
    here.api.refusesAccess(
        new AppNotApproved(aMessage("api_client_id"), Facts.answered(Endpoint.ACCESS_TOKEN, 403)));

    var token = door.accessToken(auth);

    assertThat(token).isEqualTo(Either.right(anAccessToken("access-2")));
  }

  @ParameterizedTest
  @EnumSource
  void whenBothAreRefusedTheThirdAreNotTried(Door door) {
    current.add(aBackendApp());
    here.api.refusesAccess(refusedCredentials()).refusesAccess(refusedCredentials());

    var refused = door.accessToken(auth);

    assertThat(refused).isEqualTo(Either.left(refusedCredentials()));
    assertThat(appsThatAsked()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void anyOtherFailureDoesNotTouchTheSecond(Door door) {
    AuthFailure notPermitted =
        new NotPermitted(aMessage("no"), Facts.answered(Endpoint.ACCESS_TOKEN, 403));
    here.api.refusesAccess(anOutage()).refusesAccess(notPermitted);

    var refused = List.of(door.accessToken(auth), door.accessToken(auth));

    assertThat(refused).containsExactly(Either.left(anOutage()), Either.left(notPermitted));
    assertThat(appsThatAsked())
        .containsExactly(aBackendAppWithItsNextSecret(), aBackendAppWithItsNextSecret());
  }

  @ParameterizedTest
  @EnumSource
  void withOnlyOneThereIsNothingElseToTry(Door door) {
    current.remove(1);
    here.api.refusesAccess(refusedCredentials());

    var refused = door.accessToken(auth);

    assertThat(refused).isEqualTo(Either.left(refusedCredentials()));
    assertThat(here.events).noneMatch(NextCredentialsTried.class::isInstance);
  }

  @ParameterizedTest
  @EnumSource
  void withoutCredentialsNothingIsSent(Door door) {
    current.clear();

    var refused = door.accessToken(auth);

    assertThat(refused).isEqualTo(Either.left(new NoCredentials()));
    assertThat(here.api.calls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void credentialsAreAskedForBeforeEveryRequest(Door door) {
    var token = door.accessToken(auth);
    door.reject(auth, token.get());
    current.remove(0);

    var next = door.accessToken(auth);

    assertThat(next).isEqualTo(Either.right(anAccessToken("access-2")));
    assertThat(appsThatAsked()).containsExactly(aBackendAppWithItsNextSecret(), aBackendApp());
  }

  @ParameterizedTest
  @EnumSource
  void theCredentialsOfAFrontEndAppRotateToo(Door door) {
    here.api.refusesScoped(refusedCredentials());

    var token =
        door.scopedToken(
            auth,
            aFrontendApp().clientId(),
            () -> List.of(aFrontendAppWithItsNextSecret(), aFrontendApp()),
            aServiceToken("service-1"));

    assertThat(token).isEqualTo(Either.right(aScopedToken("scoped-2")));
    assertThat(appsThatAsked()).containsExactly(aFrontendAppWithItsNextSecret(), aFrontendApp());
    assertThat(here.events).contains(new NextCredentialsTried(aFrontendApp().clientId()));
  }

  private List<App> appsThatAsked() {
    return here.api.calls().stream()
        .<App>map(
            call -> call instanceof ForAccess access ? access.app() : ((ForScoped) call).app())
        .toList();
  }
}
