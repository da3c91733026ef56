package dev.partnerauth.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.Platform;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.settings.SandboxSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class AuthSandboxTestFailsClosedTest {

  /** Run by the tests around them only. */
  @AuthSandboxTest
  static class Mistakes {

    @Test
    void anUnknownPath(AuthSandbox sandbox) throws IOException, InterruptedException {
      get(sandbox, "/oauth/token");
    }

    @Test
    @AuthSandboxTest(allowsUnexpectedRequests = true)
    void anUnknownPathThatIsAllowed(AuthSandbox sandbox) throws IOException, InterruptedException {
      get(sandbox, "/oauth/token");
    }

    @Test
    void aFaultThatDoesNotHappen(Platform platform, PartnerAuth auth) {
      platform.plan(FaultPlan.times(2, Fault.unavailable()));
      auth.accessToken();
    }

    @Test
    void aSandboxLeftOpen(Sandboxes sandboxes) {
      sandboxes.start(SandboxSettings.standard());
    }

    @Test
    void aSandboxThatIsClosed(Sandboxes sandboxes) {
      sandboxes.start(SandboxSettings.standard()).close();
    }

    @Test
    void aFailureAmongFaultsByChance(Platform platform, PartnerAuth auth) {
      platform.plan(FaultPlan.withProbability(1, Fault.unavailable(), 42));
      auth.accessToken();
      throw new AssertionError("as it happens");
    }
  }

  /** Run by the tests around it only. */
  @AuthSandboxTest
  static class ForTheWholeClass {

    @BeforeAll
    static void take(Platform platform) {}

    @Test
    void aTest() {}
  }

  private static void get(AuthSandbox sandbox, String path)
      throws IOException, InterruptedException {
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(sandbox.root().resolve(path)).build(),
            BodyHandlers.discarding());
  }

  @Test
  void aRequestThatNobodyForeseesFailsTheTest() {
    assertThat(failure("anUnknownPath"))
        .matches(
            "(?s)The platform got requests that no document foresees\\. Mend the client, or say"
                + " allowsUnexpectedRequests = true\\.\n  #1 \\S+ GET /oauth/token: 404 unexpected");
  }

  @Test
  void suchRequestsCanBeAllowed() {
    assertThat(failure("anUnknownPathThatIsAllowed")).isEqualTo("passed");
  }

  @Test
  void aFaultThatDidNotHappenFailsTheTest() {
    assertThat(failure("aFaultThatDoesNotHappen"))
        .isEqualTo(
            "Faults were planned and did not happen. Send the requests that they wait for, or"
                + " disarm them.\n  status 503 with messaging.adaptors.http.flow.ServiceUnavailable"
                + " (2 of 2)");
  }

  @Test
  void aSandboxLeftOpenFailsTheTest() {
    assertThat(failure("aSandboxLeftOpen"))
        .matches(
            "(?s)Sandboxes were left open\\. Close each, best by try-with-resources\\."
                + "\n  http://127\\.0\\.0\\.1:[0-9]+");
  }

  @Test
  void aSandboxThatIsClosedIsFine() {
    assertThat(failure("aSandboxThatIsClosed")).isEqualTo("passed");
  }

  @Test
  void aFailedTestTellsTheSeedAndTheRequests() {
    assertThat(failure("aFailureAmongFaultsByChance"))
        .matches(
            """
            (?s)as it happens
            What the sandbox had seen:
            armed: status 503 .*, with probability 1\\.0 \\(seed 42\\)
            #1 \\S+ POST /accesstoken, app backend-key: 503 .* \\(planned: status 503 .*\\)\
            """);
  }

  @Test
  void aClassWithoutASharedPlatformCannotHaveOne() {
    assertThat(failures(ForTheWholeClass.class, "aTest"))
        .singleElement()
        .asString()
        .contains("Say sharedByTheClass = true");
  }

  private static String failure(String method) {
    List<String> failures = failures(Mistakes.class, method);
    return failures.isEmpty() ? "passed" : String.join("\n", failures);
  }

  private static PostDiscoveryFilter only(String method) {
    return test ->
        FilterResult.includedIf(test.getUniqueId().toString().contains("[method:" + method + "("));
  }

  private static List<String> failures(Class<?> tests, String method) {
    List<String> failures = new ArrayList<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .filters(only(method))
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result
                    .getThrowable()
                    .ifPresent(
                        failure -> {
                          failures.add(failure.getMessage());
                          for (Throwable beside : failure.getSuppressed()) {
                            failures.add(beside.getMessage());
                          }
                        });
              }
            });
    return failures;
  }
}
