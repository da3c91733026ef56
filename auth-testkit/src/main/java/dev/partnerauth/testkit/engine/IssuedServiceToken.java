package dev.partnerauth.testkit.engine;

import dev.partnerauth.testkit.journal.Lineage;
import java.time.Instant;

/** A service token as the platform issued it. */
public record IssuedServiceToken(
    String text, Lineage lineage, String purpose, Instant expirationTime) {

  @Override
  public String toString() {
    return "IssuedServiceToken[" + lineage + ", " + purpose + ", " + expirationTime + "]";
  }
}
