package dev.partnerauth.testkit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.RawHttp;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
      URI root = root(lines);

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

  @Test
  void aMistakenFileIsRefusedWithALineForEachMistake(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("sandbox.json");
    Files.writeString(file, "{\"apps\":[{\"key\":\"k\"}],\"port\":1}");

    Outcome outcome = run(Map.of(), "sandbox", "--config", file.toString());

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                1,
                "",
                Stream.of(
                        "apps[0].secret is missing. Use a text, or a list of them as secrets.",
                        "apps[0].scope is missing. Use backend or frontend.",
                        "port is not known here. Use one of: apps, purposes, faults.")
                    .map(mistake -> file + ": " + mistake + System.lineSeparator())
                    .collect(Collectors.joining())));
  }

  @Test
  void aRequestThatHasComeIsAnsweredBeforeTheSandboxStops(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("sandbox.yaml");
    Files.writeString(file, "faults: [{faults: [{fault: none, after: {millis: 2000}}]}]");
    Process sandbox = start(Map.of(), "sandbox", "--config", file.toString());
    try (BufferedReader lines = sandbox.inputReader(UTF_8)) {
      RawHttp http = new RawHttp(root(lines));
      CompletableFuture<Integer> answered =
          CompletableFuture.supplyAsync(
              () -> http.json("POST", "/partners/v1/auth/accesstoken", "{}").status());
      while (http.get("/__admin/journal").json().getAsJsonArray("entries").isEmpty()) {
        Thread.onSpinWait();
      }

      sandbox.destroy();

      assertThat(List.of(answered.join(), sandbox.waitFor())).containsExactly(400, 143);
    } finally {
      sandbox.destroyForcibly();
    }
  }

  @Test
  void httpsIsServedWithTheCertificateThatIsPrinted() throws Exception {
    Process sandbox = start(Map.of(), "sandbox", "--https");
    try (BufferedReader lines = sandbox.inputReader(UTF_8)) {
      URI root = root(lines);
      StringBuilder pem = new StringBuilder();
      while (!pem.toString().contains("END CERTIFICATE")) {
        pem.append(lines.readLine()).append('\n');
      }

      assertThat(health(root, trusting(pem.toString()))).isEqualTo("{\"status\":\"UP\"}");
    } finally {
      sandbox.destroyForcibly();
    }
  }

  private static URI root(BufferedReader lines) throws IOException {
    return URI.create(lines.readLine().substring("sandbox listening on ".length()));
  }

  private static SSLContext trusting(String pem) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "printed",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(UTF_8))));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static String health(URI root, SSLContext trust)
      throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .sslContext(trust)
        .build()
        .send(HttpRequest.newBuilder(root.resolve("/health")).build(), BodyHandlers.ofString())
        .body();
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
