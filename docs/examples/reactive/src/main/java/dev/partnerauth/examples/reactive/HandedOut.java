package dev.partnerauth.examples.reactive;

import dev.partnerauth.token.ScopedAccessToken;
import java.time.Instant;

/** All that a page gets. Does not print the token, since Spring logs bodies when it debugs. */
record HandedOut(String token, Instant expiresAt) {

  static HandedOut of(ScopedAccessToken token) {
    return new HandedOut(token.reveal(), token.expiresAt());
  }

  @Override
  public String toString() {
    return "HandedOut[expiresAt=" + expiresAt + "]";
  }
}
