package dev.partnerauth.testkit.cli;

import dev.partnerauth.testkit.SandboxCertificate;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which certificate the sandbox serves HTTPS, if it does. */
final class HttpsOptions {

  @Option(
      names = "--https",
      description =
          "Serves HTTPS, with --keystore's certificate or else one that is made now and printed.")
  private boolean https;

  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      description =
          "A key and its certificate for HTTPS, PKCS12 or JKS. Its password comes from the environment variable"
              + " PARTNER_AUTH_KEYSTORE_PASSWORD, which keeps it out of the process list.")
  private @Nullable String keyStore;

  @Option(
      names = "--keystore-password",
      hidden = true,
      defaultValue = "${env:PARTNER_AUTH_KEYSTORE_PASSWORD}")
  private @Nullable String password;

  HttpsOptions() {}

  /** Nothing for plain HTTP. */
  Optional<SandboxCertificate> certificate() {
    try {
      if (keyStore != null) {
        return Optional.of(
            SandboxCertificate.of(
                Path.of(keyStore), password == null ? new char[0] : password.toCharArray()));
      }
      return https ? Optional.of(SandboxCertificate.selfSigned()) : Optional.empty();
    } catch (UncheckedIOException | InvalidPathException e) {
      throw new CommandException(
          keyStore == null
              ? "No certificate could be made: this Java runtime has no keytool. Use --keystore."
              : "--keystore cannot be read. Name a PKCS12 or JKS file with a key, and put its password into"
                  + " PARTNER_AUTH_KEYSTORE_PASSWORD.");
    }
  }

  /** Whether clients must be told of the certificate. */
  boolean isSelfSigned() {
    return keyStore == null;
  }
}
