package dev.partnerauth;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.Token;
import java.time.Instant;
import java.util.Optional;

/** Remembers how the latest requests went. Thread-safe. */
final class StatusBoard {

  record Entry(
      Optional<Instant> lastSuccess,
      Optional<Instant> accessTokenExpiration,
      Optional<AuthFailure> lastFailure,
      Optional<Instant> lastFailureAt) {}

  private volatile Entry entry =
      new Entry(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  synchronized void issued(Token token, Instant now) {
    entry =
        new Entry(
            Optional.of(now),
            token instanceof AccessToken ? token.expiration() : entry.accessTokenExpiration(),
            entry.lastFailure(),
            entry.lastFailureAt());
  }

  /** What was issued before counts no longer, unless a cache still serves it. */
  synchronized void failed(AuthFailure failure, Instant now) {
    entry =
        new Entry(
            entry.lastSuccess(),
            failure.domain().isBeyondOneKey() ? Optional.empty() : entry.accessTokenExpiration(),
            Optional.of(failure),
            Optional.of(now));
  }

  Entry entry() {
    return entry;
  }
}
