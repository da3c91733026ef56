package dev.partnerauth.testkit.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.cache.CaffeineTokenCache;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.http.bearer.BearerCalls;
import dev.partnerauth.http.bearer.BearerTokens;
import dev.partnerauth.http.bearer.PlatformHosts;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceTokenRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManyRefusalsCauseOneRenewalTest {

  private static final int CALLERS = 100;
  private static final ServiceTokenRequest REQUEST =
      ServiceTokenRequest.forInterview(
          new InterviewId("42313c4d-11bb-414a-81a4-9fda067d1ae7"),
          Lifetime.of(Duration.ofHours(2)));

  private final CountingApi api = new CountingApi();
  private final PartnerAuth auth =
      PartnerAuth.of(api, SeededApps.backend(), CaffeineTokenCache.standard());
  private final BearerTokens delegation =
      BearerTokens.delegated(auth.exchangingAs(SeededApps.frontend()), REQUEST, Duration.ZERO);

  private record Outcome(List<Integer> statuses, int tokens) {}

  /** The first token, and the one that replaces it. */
  private static final Outcome ONE_RENEWAL = new Outcome(Collections.nCopies(CALLERS, 200), 2);

  @ParameterizedTest
  @EnumSource
  void ofTheGeneralAccessToken(Crowd crowd) throws Exception {
    List<Integer> statuses = statuses(crowd, BearerTokens.general(auth));

    assertThat(new Outcome(statuses, api.accessTokens())).isEqualTo(ONE_RENEWAL);
  }

  @ParameterizedTest
  @EnumSource
  void ofADelegation(Crowd crowd) throws Exception {
    List<Integer> statuses = statuses(crowd, delegation);

    assertThat(new Outcome(statuses, api.scopedTokens())).isEqualTo(ONE_RENEWAL);
  }

  @ParameterizedTest
  @EnumSource
  void ofAServiceTokenInHand(Crowd crowd) throws Exception {
    var serviceToken = auth.serviceToken(REQUEST).get();

    List<Integer> statuses =
        statuses(
            crowd, BearerTokens.exchanged(auth.exchangingAs(SeededApps.frontend()), serviceToken));

    assertThat(new Outcome(statuses, api.scopedTokens())).isEqualTo(ONE_RENEWAL);
  }

  private static List<Integer> statuses(Crowd crowd, BearerTokens tokens) throws Exception {
    try (var platform = new ForgetfulPlatform(CALLERS)) {
      BearerCalls calls = BearerCalls.with(tokens, PlatformHosts.of(platform.address()).get());
      return crowd.call(
          calls,
          platform.address() + "/rocketdoc/v2/interviews/42313c4d-11bb-414a-81a4-9fda067d1ae7",
          CALLERS);
    }
  }
}
