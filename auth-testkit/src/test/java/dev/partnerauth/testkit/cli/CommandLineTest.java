package dev.partnerauth.testkit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.settings.Behaviour;
import dev.partnerauth.testkit.settings.SandboxSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

  private static final String SAMPLE_TOKEN =
      "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9."
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(
                  ("{\"iss\":\"rocketlawyer.com\",\"aud\":\"rocketlawyer.com/service-tokens\",\"exp\":1671776542,"
                          + "\"iat\":1633971684,\"srv\":{\"purpose\":\"api.rocketlawyer.com/rocketdoc\","
                          + "\"interviewId\":\"interview-1\\u001b[2J\"}}")
                      .getBytes(UTF_8))
          + ".";

  private static AuthSandbox sandbox;

  @TempDir private static Path folder;

  private record Outcome(int exitCode, String out, String err) {}

  @BeforeAll
  static void start() {
    sandbox = AuthSandbox.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "sandbox --help",
        "token --help",
        "token access --help",
        "token service --help",
        "token scoped --help",
        "inspect --help",
        "fidelity --help",
        "journey --help",
        "help token"
      })
  void everyCommandHasHelp(String arguments) {
    Outcome outcome = run(arguments.split(" "));

    assertThat(outcome)
        .matches(it -> it.exitCode() == 0 && it.out().contains("Usage: partner-auth"));
  }

  @Test
  void theJourneyGoesAsTold() {
    Outcome outcome = run("journey");

    assertThat(outcome)
        .matches(it -> it.exitCode() == 0 && it.out().contains("All 12 steps went as told"));
  }

  @Test
  void theJourneyRunsAgainstAnotherAddress() {
    Outcome outcome =
        run(
            at(
                "journey",
                "--backend-app",
                "backend-key:backend-secret",
                "--frontend-app",
                "frontend-key:frontend-secret"));

    assertThat(outcome)
        .matches(it -> it.exitCode() == 0 && it.out().contains("All 7 steps went as told"));
  }

  @Test
  void theJourneyFailsWhenAStepGoesOtherwise() {
    Outcome outcome =
        run(
            at(
                "journey",
                "--backend-app",
                "limited-key:limited-secret",
                "--frontend-app",
                "frontend-key:frontend-secret"));

    assertThat(outcome)
        .matches(
            it ->
                it.exitCode() == 1
                    && it.out().contains("NOT AS IT SHOULD BE: The app has no system role"));
  }

  @Test
  void theSandboxDoesWhatItAssumes() {
    Outcome outcome = run(fidelity(sandbox));

    assertThat(outcome)
        .matches(
            it ->
                it.exitCode() == 0
                    && it.out().contains("confirmed     POST /servicetoken: ")
                    && it.out().contains(" confirmed, 0 contradicted, 0 undecided")
                    && it.err().isEmpty());
  }

  @Test
  void aPlatformThatDoesOtherwiseIsTold() {
    Outcome outcome;
    try (AuthSandbox lenient =
        AuthSandbox.start(SandboxSettings.standard().with(Behaviour.BACKEND_APPS_MAY_EXCHANGE))) {
      outcome = run(fidelity(lenient));
    }

    assertThat(outcome)
        .matches(
            it ->
                it.exitCode() == 1
                    && it.out()
                        .contains("with a back-end app: 401 as in step 2 -- came 200 with a token")
                    && it.out().contains(" confirmed, 1 contradicted, 0 undecided"));
  }

  private static String[] fidelity(AuthSandbox asked) {
    return new String[] {
      "fidelity",
      "--base-url",
      asked.base().toString(),
      "--backend-app",
      "backend-key:backend-secret",
      "--frontend-app",
      "frontend-key:frontend-secret"
    };
  }

  @Test
  void aTokenIsShownOnlyWhenRevealed() {
    Outcome hidden = run(at("token", "access", "--backend-app", "backend-key:backend-secret"));
    Outcome revealed =
        run(at("token", "access", "--backend-app", "backend-key:backend-secret", "--reveal"));

    assertThat(List.of(hidden.out().contains("eyJ"), revealed.out().contains("eyJ")))
        .containsExactly(false, true);
  }

  @Test
  void aServiceTokenIsAskedForWithPurposeClaimsAndLifetime() {
    Outcome outcome = run(serviceToken("--claim", "interviewId=interview-1"));

    assertThat(outcome)
        .matches(it -> it.exitCode() == 0 && it.out().contains("scope    interview interview-1"));
  }

  @Test
  void aScopedTokenIsPrintedAsJson() {
    Outcome outcome =
        run(
            at(
                "token",
                "scoped",
                "--backend-app",
                "backend-key:backend-secret",
                "--frontend-app",
                "frontend-key:frontend-secret",
                "--purpose",
                "api.rocketlawyer.com/binder-party-access",
                "--claim",
                "upid=party-1",
                "--expires-in",
                "P30D",
                "--json"));

    assertThat(outcome)
        .matches(
            it ->
                it.exitCode() == 0
                    && it.out().contains("\"kind\": \"SCOPED_ACCESS\"")
                    && it.out().contains("\"scope\": \"party party-1\"")
                    && !it.out().contains("\"token\""));
  }

  @Test
  void credentialsAreReadFromAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("backend"), "backend-key:backend-secret\n");

    Outcome outcome = run(at("token", "access", "--backend-app", "@" + file));

    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void aRefusalIsOneLineWithTheRemedy() {
    Outcome outcome = run(at("token", "access", "--backend-app", "backend-key:wrong-secret"));

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                1,
                "",
                "The server refused the app's key and secret. Compare them with the developer portal, Apps, API Keys."
                    + " For an exchange they must be a front-end app's, which the platform's developer support"
                    + " creates.\n"));
  }

  @Test
  void aRequestThatDoesNotFitIsRefusedWithAllItsViolations() {
    Outcome outcome = run(serviceToken("--claim", "upd=party-1"));

    assertThat(outcome)
        .matches(
            it ->
                it.exitCode() == 1
                    && it.err().contains("interviewId is missing")
                    && it.err().contains("upd is not a claim of purpose")
                    && it.err().lines().count() == 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "token",
        "frobnicate",
        "token access --backend-app no-colon --base-url http://127.0.0.1:1",
        "token access --backend-app key: --base-url http://127.0.0.1:1",
        "token access --backend-app @/does/not/exist --base-url http://127.0.0.1:1",
        "token access --backend-app a:b --base-url http://example.com",
        "token access --backend-app a:b --base-url nonsense",
        "token service --backend-app a:b --purpose p",
        "token service --backend-app a:b --purpose p --expires-in tomorrow",
        "token service --backend-app a:b --purpose p --expires-in PT1H --claim nothing",
        "sandbox --port 70000",
        "sandbox --clock yesterday",
        "journey --frobnicate",
        "inspect",
        "fidelity --backend-app a:b --base-url http://127.0.0.1:1"
      })
  void wrongUsageIsOneLineAndExitCodeTwo(String arguments) {
    Outcome outcome = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(outcome)
        .matches(it -> it.exitCode() == 2 && it.err().lines().count() == 1 && it.out().isEmpty());
  }

  @Test
  void aMistypedCommandIsRecognised() {
    Outcome outcome = run("jurney");

    assertThat(outcome.err())
        .isEqualTo("There is no such command. Did you mean journey? See partner-auth --help.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox --port, many",
    "sandbox --clock, yesterday",
    "token service --backend-app a:b --purpose p --expires-in, 2h"
  })
  void aValueThatCannotBeReadIsNamed(String arguments, String value) {
    String option = arguments.substring(arguments.lastIndexOf("--"));

    Outcome outcome = run((arguments + " " + value).split(" "));

    assertThat(outcome.err())
        .startsWith(option + " is \"" + value + "\", which cannot be read. See ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token access --backendapp k:hush",
        "token access --backend-app k hush",
        "token access --json=k:hush",
        "token access --backend-app hush",
        "token access k:hush",
        "inspect eyJhush.eyJhush.eyJhush eyJhush.eyJhush.eyJhush"
      })
  void aSlipOfTheFingerDoesNotPrintTheSecret(String arguments) {
    Outcome outcome = run(arguments.split(" "));

    assertThat(outcome).matches(it -> it.exitCode() == 2 && !it.err().contains("hush"));
  }

  @Test
  void anAddressThatCannotBeListenedOnIsARefusal() {
    Outcome outcome = run("sandbox", "--port", Integer.toString(sandbox.root().getPort()));

    assertThat(outcome)
        .matches(it -> it.exitCode() == 1 && it.err().contains("port 0 takes any free one"));
  }

  @Test
  void aTokenIsInspectedWithoutHandingItsControlCharactersToTheTerminal() {
    Outcome outcome = run("inspect", SAMPLE_TOKEN);

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                """
                kind       SERVICE
                signature  cut off
                header
                  typ = JWT
                  alg = HS256
                claims
                  iss = rocketlawyer.com
                  aud = rocketlawyer.com/service-tokens
                  exp = 1671776542
                  iat = 1633971684
                  srv.purpose = api.rocketlawyer.com/rocketdoc
                  srv.interviewId = interview-1 [2J
                issued     2021-10-11T17:01:24Z
                expires    2022-12-23T06:22:22Z
                scope      unknown, since purpose and claims cannot be read
                """,
                ""));
  }

  @Test
  void whatIsNotAJwtIsARefusal() {
    Outcome outcome = run("inspect", "rubbish");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                1,
                "",
                "The token cannot be read: it does not have the three parts of a JWT. It may be good all the same; tokens"
                    + " are opaque.\n"));
  }

  private static String[] serviceToken(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "token",
                "service",
                "--backend-app",
                "backend-key:backend-secret",
                "--purpose",
                "api.rocketlawyer.com/rocketdoc",
                "--expires-in",
                "PT2H"));
    Collections.addAll(arguments, more);
    return at(arguments.toArray(String[]::new));
  }

  private static String[] at(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--base-url";
    all[arguments.length + 1] = sandbox.base().toString();
    return all;
  }

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        PartnerAuthCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int exitCode = commandLine.execute(arguments);
    return new Outcome(exitCode, out.toString(), err.toString());
  }
}
