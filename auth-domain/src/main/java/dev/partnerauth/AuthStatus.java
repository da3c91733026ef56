package dev.partnerauth;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.SharedStoreState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How an app's tokens stand, without secrets. Immutable. */
public final class AuthStatus {

  private final ClientId clientId;
  private final Optional<Instant> lastSuccess;
  private final Optional<Instant> accessTokenExpiration;
  private final Optional<AuthFailure> lastFailure;
  private final Optional<Instant> lastFailureAt;
  private final Optional<RenewalTrouble> renewalTrouble;
  private final SharedStoreState sharedStore;

  AuthStatus(
      ClientId clientId,
      Optional<Instant> lastSuccess,
      Optional<Instant> accessTokenExpiration,
      Optional<AuthFailure> lastFailure,
      Optional<Instant> lastFailureAt,
      Optional<RenewalTrouble> renewalTrouble,
      SharedStoreState sharedStore) {
    this.clientId = clientId;
    this.lastSuccess = lastSuccess;
    this.accessTokenExpiration = accessTokenExpiration;
    this.lastFailure = lastFailure;
    this.lastFailureAt = lastFailureAt;
    this.renewalTrouble = renewalTrouble;
    this.sharedStore = sharedStore;
  }

  /** Of the back-end app. */
  public ClientId clientId() {
    return clientId;
  }

  /** When a token of any kind was last issued. */
  public Optional<Instant> lastSuccess() {
    return lastSuccess;
  }

  /** Of the general access token that is served, or was issued last. */
  public Optional<Instant> accessTokenExpiration() {
    return accessTokenExpiration;
  }

  /** Why a token of any kind was last refused. */
  public Optional<AuthFailure> lastFailure() {
    return lastFailure;
  }

  /** When that was; whoever asks compares it with {@link #lastSuccess}. */
  public Optional<Instant> lastFailureAt() {
    return lastFailureAt;
  }

  /** That the general access token cannot be renewed at present, though it may still be served. */
  public Optional<RenewalTrouble> renewalTrouble() {
    return renewalTrouble;
  }

  /** The state of the store shared with other nodes. */
  public SharedStoreState sharedStore() {
    return sharedStore;
  }

  private List<Object> components() {
    return List.of(
        clientId,
        lastSuccess,
        accessTokenExpiration,
        lastFailure,
        lastFailureAt,
        renewalTrouble,
        sharedStore);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuthStatus status && components().equals(status.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "AuthStatus[clientId="
        + clientId
        + ", lastSuccess="
        + lastSuccess
        + ", accessTokenExpiration="
        + accessTokenExpiration
        + ", lastFailure="
        + lastFailure
        + ", lastFailureAt="
        + lastFailureAt
        + ", renewalTrouble="
        + renewalTrouble
        + ", sharedStore="
        + sharedStore
        + "]";
  }
}
