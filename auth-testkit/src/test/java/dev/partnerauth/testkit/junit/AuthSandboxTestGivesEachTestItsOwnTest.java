package dev.partnerauth.testkit.junit;

import static dev.partnerauth.testkit.journal.Count.once;
import static dev.partnerauth.testkit.journal.Count.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.Platform;
import dev.partnerauth.testkit.fault.Faults;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.settings.Behaviour;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.testkit.time.MovableTime;
import dev.partnerauth.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@AuthSandboxTest
@Execution(ExecutionMode.CONCURRENT)
class AuthSandboxTestGivesEachTestItsOwnTest {

  private final Journal ofTheConstructor;

  AuthSandboxTestGivesEachTestItsOwnTest(Journal journal) {
    this.ofTheConstructor = journal;
  }

  @BeforeEach
  void askOnce(PartnerAuth auth) {
    auth.accessToken().get();
  }

  @RepeatedTest(20)
  void nobodyElsesRequestsStandInTheJournal(PartnerAuth auth, Journal journal) {
    auth.accessToken().get();

    journal.accessTokensIssued(times(2));
  }

  @Test
  void allParametersOfATestAreOfOnePlatform(
      AuthSandbox sandbox,
      Platform platform,
      FakeAuthenticationApi fake,
      MovableTime time,
      Faults faults,
      Journal journal) {
    assertThat(
            List.of(
                sandbox.platform() == platform,
                fake.platform() == platform,
                platform.time() == time,
                platform.faults() == faults,
                platform.journal() == journal,
                journal == ofTheConstructor))
        .containsOnly(true);
  }

  @Test
  void theSandboxServesTheSamePlatformOverHttp(
      AuthSandbox sandbox, AuthRuntime runtime, Platform platform, BackendApp backend) {
    try (HttpAuthenticationApi api =
        HttpAuthenticationApi.of(BaseAddress.of(sandbox.base()).get())) {
      AccessToken token =
          PartnerAuth.of(api, backend, TokenCache.none(), runtime).accessToken().get();

      assertThat(platform.lineageOf(token)).isPresent();
    }
  }

  @Test
  void theAppsAreTheSeededOnes(BackendApp backend, FrontendApp frontend) {
    assertThat(List.of(backend, frontend))
        .containsExactly(SeededApps.backend(), SeededApps.frontend());
  }

  @Nested
  class InANestedClass {

    @Test
    void aTestHasItsOwnToo(Journal journal) {
      journal.accessTokensIssued(once());
    }

    @Test
    @AuthSandboxTest(stoppedAt = "2026-01-31T09:00:00Z")
    void aTestMayWantItsOwnClock(MovableTime time) {
      time.advance(Duration.ofHours(1));

      assertThat(time.now()).isEqualTo(Instant.parse("2026-01-31T10:00:00Z"));
    }

    @Test
    @AuthSandboxTest(behaviours = Behaviour.BACKEND_APPS_MAY_EXCHANGE)
    void aTestMayWantItsOwnBehaviours(Platform platform) {
      assertThat(platform.settings().behaviours())
          .containsExactly(Behaviour.BACKEND_APPS_MAY_EXCHANGE);
    }
  }
}
