package dev.partnerauth.testkit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.AuthSandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The jar as a user runs it: a process of its own, with its arguments, environment, streams and
 * exit code.
 */
class ExecutableIT {

  private record Outcome(int exitCode, String out, String err) {}

  @Test
  void theJourneyGoesAsTold() throws IOException, InterruptedException {
    Outcome outcome = run(Map.of(), "journey");

    assertThat(outcome)
        .matches(
            it ->
                it.exitCode() == 0
                    && it.err().isEmpty()
                    && it.out().contains("All 12 steps went as told"));
  }

  @Test
  void credentialsComeFromTheEnvironment() throws IOException, InterruptedException {
    try (AuthSandbox sandbox = AuthSandbox.start()) {
      Map<String, String> environment =
          Map.of(
              "PARTNER_AUTH_BACKEND_APP", "backend-key:backend-secret",
              "PARTNER_AUTH_FRONTEND_APP", "frontend-key:frontend-secret");

      Outcome outcome =
          run(
              environment,
              "token",
              "scoped",
              "--base-url",
              sandbox.base().toString(),
              "--purpose",
              "api.rocketlawyer.com/rocketdoc",
              "--claim",
              "interviewId=interview-1",
              "--expires-in",
              "PT1H");

      assertThat(outcome)
          .matches(
              it ->
                  it.exitCode() == 0
                      && it.err().isEmpty()
                      && it.out().contains("interview interview-1"));
    }
  }

  @Test
  void wrongUsageIsOneLineOnStandardError() throws IOException, InterruptedException {
    Outcome outcome = run(Map.of(), "frobnicate");

    assertThat(outcome)
        .matches(it -> it.exitCode() == 2 && it.out().isEmpty() && it.err().lines().count() == 1);
  }

  @Test
  void theSandboxServesFromItsFirstLineUntilItIsStopped() throws IOException, InterruptedException {
    Process sandbox = start(Map.of(), "sandbox", "--clock", "2040-01-31T09:00:00Z");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(sandbox.getInputStream(), UTF_8))) {
      String line = lines.readLine();
      URI root = URI.create(line.substring("sandbox listening on ".length()));

      Outcome outcome =
          run(
              Map.of(),
              "token",
              "access",
              "--base-url",
              root + "/partners/v1/auth",
              "--backend-app",
              "backend-key:backend-secret");
      sandbox.destroy();

      assertThat(List.of(outcome.exitCode(), sandbox.waitFor(10, TimeUnit.SECONDS)))
          .containsExactly(0, true);
    } finally {
      sandbox.destroyForcibly();
    }
  }

  private static Outcome run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(environment, arguments);
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private static Process start(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("partnerauth.executable")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
