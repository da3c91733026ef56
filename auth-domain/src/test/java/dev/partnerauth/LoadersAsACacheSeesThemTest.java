package dev.partnerauth;

import static dev.partnerauth.Samples.aBackendApp;
import static dev.partnerauth.Samples.aBackendAppWithItsNextSecret;
import static dev.partnerauth.Samples.aClientId;
import static dev.partnerauth.Samples.aFrontendApp;
import static dev.partnerauth.Samples.aFrontendAppWithItsNextSecret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.App;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.port.TokenEndpoint;
import dev.partnerauth.port.TokenLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadersAsACacheSeesThemTest {

  private final Surroundings here = new Surroundings();
  private final RecordingCache cache = new RecordingCache();
  private final List<BackendApp> current = new ArrayList<>(List.of(aBackendApp()));
  private final PartnerAuth auth =
      PartnerAuth.of(here.api, aClientId(), () -> List.copyOf(current), cache, here.runtime);

  private final TokenEndpoint accessTokens = new TokenEndpoint(here.api, Endpoint.ACCESS_TOKEN);
  private final TokenEndpoint serviceTokens = new TokenEndpoint(here.api, Endpoint.SERVICE_TOKEN);

  /** What a loader tells of itself. */
  record Told(ClientId clientId, TokenEndpoint endpoint, List<? extends App> credentials) {
    static Told by(TokenLoader<?, ?> loader) {
      return new Told(loader.clientId(), loader.endpoint(), loader.credentials());
    }
  }

  @Test
  void everyLoaderTellsItsAppItsEndpointAndItsCredentials() {
    auth.exchangingAs(aFrontendApp());

    assertThat(told())
        .containsExactly(
            new Told(aClientId(), accessTokens, List.of(aBackendApp())),
            new Told(aClientId(), serviceTokens, List.of(aBackendApp())),
            new Told(aFrontendApp().clientId(), accessTokens, List.of(aFrontendApp())));
  }

  @Test
  void theCredentialsAreTheCurrentOnesInTheirOrder() {
    List<BackendApp> both = List.of(aBackendAppWithItsNextSecret(), aBackendApp());

    current.add(0, aBackendAppWithItsNextSecret());

    assertThat(told())
        .containsExactly(
            new Told(aClientId(), accessTokens, both), new Told(aClientId(), serviceTokens, both));
  }

  @Test
  void theCredentialsOfAFrontEndAppAreThoseThatWereGivenLast() {
    auth.exchangingAs(aFrontendApp());
    auth.async().exchangingAs(aFrontendAppWithItsNextSecret());

    assertThat(told())
        .hasSize(3)
        .endsWith(
            new Told(
                aFrontendApp().clientId(), accessTokens, List.of(aFrontendAppWithItsNextSecret())));
  }

  @Test
  void theCredentialsOfAFrontEndAppMayChangeByThemselves() {
    List<FrontendApp> currentFrontend = new ArrayList<>(List.of(aFrontendApp()));
    auth.exchangingAs(aFrontendApp().clientId(), () -> List.copyOf(currentFrontend));

    currentFrontend.set(0, aFrontendAppWithItsNextSecret());

    assertThat(told())
        .endsWith(
            new Told(
                aFrontendApp().clientId(), accessTokens, List.of(aFrontendAppWithItsNextSecret())));
  }

  @Test
  void everyFrontEndAppHasALoaderOfItsOwn() {
    FrontendApp another = FrontendApp.of("another-key", "another-secret").get();
    auth.exchangingAs(aFrontendApp());
    auth.exchangingAs(another);

    assertThat(told())
        .endsWith(
            new Told(aFrontendApp().clientId(), accessTokens, List.of(aFrontendApp())),
            new Told(another.clientId(), accessTokens, List.of(another)));
  }

  @Test
  void theSameEndpointOfAnotherServerIsAnother() {
    ScriptedApi another = new ScriptedApi(here.time);

    assertThat(new TokenEndpoint(another, Endpoint.ACCESS_TOKEN)).isNotEqualTo(accessTokens);
  }

  @Test
  void theCacheIsGivenTheSurroundingsOfTheFacade() {
    auth.exchangingAs(aFrontendApp());

    assertThat(cache.runtimes()).hasSize(3).containsOnly(here.runtime);
  }

  private List<Told> told() {
    return cache.loaders().stream().map(Told::by).toList();
  }
}
