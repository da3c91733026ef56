package dev.partnerauth;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.SharedStoreState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an app's tokens stand, without secrets. Immutable.
 *
 * @since 0.1.0
 */
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

  /**
   * Of the general access token that is served; or of the one issued last, unless tokens were
   * refused since for a reason that would hold for it too.
   */
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

  /**
   * What this status means for whoever needs tokens; {@link AuthHealth#DOWN} only without a usable
   * general access token.
   *
   * @param now by the clock of the runtime that this status comes from
   */
  public AuthHealth health(Instant now) {
    boolean failing = renewalTrouble.isPresent() || latestAttemptFailed();
    if (accessTokenExpiration.filter(now::isBefore).isPresent()) {
      boolean well = !failing && sharedStore != SharedStoreState.LOST;
      return well ? AuthHealth.UP : AuthHealth.DEGRADED;
    }
    if (failing) {
      return AuthHealth.DOWN;
    }
    return lastSuccess.or(() -> lastFailureAt).isPresent() ? AuthHealth.UP : AuthHealth.UNKNOWN;
  }

  /**
   * For a reason that other calls share: what is wrong with one request tells nothing of others.
   */
  private boolean latestAttemptFailed() {
    return lastFailure.filter(failure -> failure.domain().isBeyondOneKey()).isPresent()
        && lastFailureAt
            .filter(failed -> lastSuccess.filter(issued -> !issued.isBefore(failed)).isEmpty())
            .isPresent();
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
