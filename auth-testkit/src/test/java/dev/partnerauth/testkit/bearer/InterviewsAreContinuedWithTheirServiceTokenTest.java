package dev.partnerauth.testkit.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.http.bearer.BearerCalls;
import dev.partnerauth.http.bearer.BearerTokens;
import dev.partnerauth.http.bearer.InterviewResponses;
import dev.partnerauth.http.bearer.OutOfScopeException;
import dev.partnerauth.http.bearer.PlatformHosts;
import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.scope.ScopeViolation;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class InterviewsAreContinuedWithTheirServiceTokenTest {

  private static final InterviewId OWN = new InterviewId("42313c4d-11bb-414a-81a4-9fda067d1ae7");

  private final PartnerAuth auth =
      PartnerAuth.of(
          FakeAuthenticationApi.standard(), SeededApps.backend(), CaffeineTokenCache.standard());

  @Test
  void itsOwnPagesAreOpenedWithAScopedToken() throws Exception {
    try (var platform = new ForgetfulPlatform(1)) {
      int status =
          client(platform)
              .send(get(platform, OWN.value() + "/pages/first"), BodyHandlers.discarding())
              .statusCode();

      assertThat(status).isEqualTo(200);
    }
  }

  @Test
  void anotherInterviewIsRefusedHere() {
    try (var platform = new ForgetfulPlatform(1)) {
      Throwable refused =
          catchThrowable(
              () -> client(platform).send(get(platform, "another"), BodyHandlers.discarding()));

      assertThat(refused)
          .asInstanceOf(InstanceOfAssertFactories.type(OutOfScopeException.class))
          .extracting(OutOfScopeException::violation)
          .isEqualTo(
              new ScopeViolation(
                  new Scope.Interview(OWN),
                  Operation.GET_INTERVIEW,
                  ScopeViolation.Reason.OTHER_INTERVIEW));
    }
  }

  @Test
  void sourcesAreNamedByWhatTheyDelegate() {
    var delegation = auth.exchangingAs(SeededApps.frontend());

    List<String> names =
        List.of(
            BearerTokens.general(auth).name(),
            BearerTokens.delegated(delegation, request(), Duration.ZERO).name(),
            BearerTokens.exchanged(delegation, arrived()).name(),
            BearerTokens.exchanged(
                    delegation, InterviewResponses.standard().serviceToken("opaque").get())
                .name());

    assertThat(names)
        .containsExactly(
            "the general access token",
            "the delegation of api.rocketlawyer.com/rocketdoc",
            "the delegation of api.rocketlawyer.com/rocketdoc",
            "the delegation of a service token in hand");
  }

  private HttpClient client(ForgetfulPlatform platform) {
    BearerTokens tokens =
        BearerTokens.exchanged(auth.exchangingAs(SeededApps.frontend()), arrived());
    return BearerCalls.with(tokens, PlatformHosts.of(platform.address()).get())
        .on(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build())
        .get();
  }

  /** The service token of the answer to a new interview. */
  private ServiceToken arrived() {
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of("rl-rdoc-servicetoken", List.of(auth.serviceToken(request()).get().reveal())),
            (name, value) -> true);
    return InterviewResponses.standard().serviceToken(headers).orElseThrow().get();
  }

  private static ServiceTokenRequest request() {
    return ServiceTokenRequest.forInterview(OWN, Lifetime.of(Duration.ofHours(2)));
  }

  private static HttpRequest get(ForgetfulPlatform platform, String interview) {
    return HttpRequest.newBuilder(
            URI.create(platform.address() + "/rocketdoc/v2/interviews/" + interview))
        .build();
  }
}
