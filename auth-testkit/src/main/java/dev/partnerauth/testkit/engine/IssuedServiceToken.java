package dev.partnerauth.testkit.engine;

import java.time.Instant;

/** A service token as the platform issued it. */
public record IssuedServiceToken(String text, String purpose, Instant expirationTime) {

  @Override
  public String toString() {
    return "IssuedServiceToken[" + purpose + ", " + expirationTime + "]";
  }
}
