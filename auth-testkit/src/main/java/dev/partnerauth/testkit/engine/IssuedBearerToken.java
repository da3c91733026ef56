package dev.partnerauth.testkit.engine;

import dev.partnerauth.testkit.journal.Lineage;
import dev.partnerauth.testkit.settings.SandboxApp;
import dev.partnerauth.token.DelegatedPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An access token, general or scoped, as the platform issued it.
 *
 * @param apiClientId the app by the platform's own id
 * @param delegates what a scoped one opens
 */
public record IssuedBearerToken(
    String text,
    Lineage lineage,
    SandboxApp app,
    String apiClientId,
    Optional<DelegatedPurpose> delegates,
    Instant issuedAt,
    Duration expiresIn) {

  @Override
  public String toString() {
    return "IssuedBearerToken[" + lineage + ", " + app.clientId() + ", " + issuedAt + "]";
  }
}
