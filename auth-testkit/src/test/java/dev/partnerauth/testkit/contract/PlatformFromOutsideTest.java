package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.settings.SeededApps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What runs against the real platform by hand runs against the sandbox in every build. */
class PlatformFromOutsideTest {

  private static AuthSandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = AuthSandbox.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void onlyWhatAPartnerCannotTryIsLeftOut() {
    Map<Status, Set<String>> outcomes = outcomesOf(OverTheSandbox.class);

    assertThat(List.of(outcomes.keySet(), outcomes.getOrDefault(Status.ABORTED, Set.of())))
        .containsExactly(
            Set.of(Status.SUCCESSFUL, Status.ABORTED),
            Set.of(
                "aBackendAppObtainsAnAccessTokenThatLivesTenHoursLessASecond()",
                "anAccessTokenKeepsTheProductsThatTheAppMayUse()",
                "anAppThatIsNotYetApprovedIsRefusedAsSuch()",
                "anAppWithoutTheRoleGetsNoServiceToken()",
                "anExpirationThatHasPassedWhenTheRequestArrivesIsRefused()",
                "anExpiredAccessTokenIsRefused()",
                "anExpiredServiceTokenIsSentAllTheSameAndRefusedByThePlatform()"));
  }

  /** Found by the launcher only, so that nothing counts as skipped in the build. */
  static final class OverTheSandbox extends PlatformFromOutside {

    OverTheSandbox() {
      super(BaseAddress.of(sandbox.base()).get(), SeededApps.backend(), SeededApps.frontend());
    }
  }

  private static Map<Status, Set<String>> outcomesOf(Class<?> suite) {
    Map<Status, Set<String>> outcomes = new TreeMap<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(suite)).build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                  outcomes
                      .computeIfAbsent(result.getStatus(), status -> new TreeSet<>())
                      .add(test.getDisplayName());
                }
              }
            });
    return outcomes;
  }
}
