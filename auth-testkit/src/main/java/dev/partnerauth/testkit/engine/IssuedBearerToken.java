package dev.partnerauth.testkit.engine;

import dev.partnerauth.testkit.SandboxApp;
import java.time.Duration;
import java.time.Instant;

/** An access token, general or scoped, as the platform issued it. */
public record IssuedBearerToken(String text, SandboxApp app, Instant issuedAt, Duration expiresIn) {

  @Override
  public String toString() {
    return "IssuedBearerToken[" + app.clientId() + ", " + issuedAt + "]";
  }
}
