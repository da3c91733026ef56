package dev.partnerauth.testkit.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.Platform;
import dev.partnerauth.testkit.SandboxCertificate;
import dev.partnerauth.testkit.form.SandboxFile;
import dev.partnerauth.testkit.settings.Behaviour;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.time.MovableTime;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Plays the platform until it is stopped. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    description =
        "Serves the platform until stopped, with a console at / and an admin API at"
            + " /__admin/openapi.json.",
    footer = {
      "",
      "Without apps in a --config file it knows these:",
      "  backend-key:backend-secret    back end, may everything",
      "  frontend-key:frontend-secret  front end, exchanges service tokens",
      "  limited-key:limited-secret    back end, without the role for service tokens",
      "  pending-key:pending-secret    back end, not yet approved"
    })
final class SandboxCommand implements Callable<Integer> {

  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "0, the default, takes any free port.")
  private int port;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Default: ${DEFAULT-VALUE}")
  private String host = "127.0.0.1";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Apps, purposes and fault plans, in JSON or YAML; see docs/sandbox.md.")
  private @Nullable String config;

  @Mixin private HttpsOptions https = new HttpsOptions();

  @Option(
      names = "--lenient",
      description = "Lets a back-end app exchange service tokens, as one published guide shows.")
  private boolean lenient;

  @Option(names = "--single-use", description = "Lets a service token be exchanged once only.")
  private boolean singleUse;

  @Option(
      names = "--capped",
      description = "Lets a scoped access token live no longer than its service token.")
  private boolean capped;

  @Option(
      names = "--clock",
      paramLabel = "INSTANT",
      description = "Starts the sandbox's clock there: 2026-01-31T09:00:00Z")
  private @Nullable Instant clock;

  SandboxCommand() {}

  @Override
  public Integer call() throws InterruptedException, UnknownHostException {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port is " + port + ". Use 0 to 65535.");
    }
    Optional<SandboxCertificate> certificate = https.certificate();
    AuthSandbox sandbox = start(platform(), certificate);
    warnBeyondLoopback(sandbox);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox), "sandbox-stop"));
    PrintWriter out = spec.commandLine().getOut();
    out.println("sandbox listening on " + sandbox.root());
    certificate.filter(made -> https.isSelfSigned()).ifPresent(made -> out.println(pem(made)));
    out.flush();
    new CountDownLatch(1).await();
    return CommandLine.ExitCode.OK;
  }

  private static void stop(AuthSandbox sandbox) {
    try {
      sandbox.stop(LONGEST_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String pem(SandboxCertificate certificate) {
    try {
      byte[] der = certificate.certificate().getEncoded();
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der)
          + "\n-----END CERTIFICATE-----";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read from DER", e);
    }
  }

  private void warnBeyondLoopback(AuthSandbox sandbox) throws UnknownHostException {
    if (!InetAddress.getByName(sandbox.root().getHost()).isLoopbackAddress()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("Other machines can reach this sandbox, and its secrets are public.");
      err.flush();
    }
  }

  private Platform platform() {
    MovableTime time = clock == null ? MovableTime.running() : MovableTime.runningFrom(clock);
    SandboxFile file =
        config == null
            ? new SandboxFile(List.of(), List.of(), List.of())
            : ConfigurationFile.read(config);
    Platform platform =
        Platform.of(file.in(SandboxSettings.standard()).at(time).with(behaviours()));
    file.plans().forEach(platform::plan);
    return platform;
  }

  private AuthSandbox start(Platform platform, Optional<SandboxCertificate> certificate) {
    try {
      return certificate
          .map(made -> AuthSandbox.serving(platform, made, host, port))
          .orElseGet(() -> AuthSandbox.serving(platform, host, port));
    } catch (UncheckedIOException e) {
      throw new CommandException(
          "The sandbox cannot listen on "
              + host
              + ":"
              + port
              + ". Use another --host or --port; port 0 takes any free one.");
    }
  }

  private Behaviour[] behaviours() {
    Set<Behaviour> chosen = EnumSet.noneOf(Behaviour.class);
    if (lenient) {
      chosen.add(Behaviour.BACKEND_APPS_MAY_EXCHANGE);
    }
    if (singleUse) {
      chosen.add(Behaviour.SERVICE_TOKENS_ARE_USED_ONCE);
    }
    if (capped) {
      chosen.add(Behaviour.SCOPED_TOKENS_END_WITH_THEIR_SERVICE_TOKEN);
    }
    return chosen.toArray(Behaviour[]::new);
  }
}
