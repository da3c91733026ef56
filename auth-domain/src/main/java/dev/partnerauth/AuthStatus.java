package dev.partnerauth;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.SharedStoreState;
import java.time.Instant;
import java.util.Optional;

/**
 * How an app's tokens stand, without secrets.
 *
 * @param clientId of the back-end app
 * @param lastSuccess when a token of any kind was last issued
 * @param accessTokenExpiration of the general access token issued last
 * @param lastFailure why a token of any kind was last refused
 * @param lastFailureAt when that was; whoever asks compares it with {@code lastSuccess}
 * @param nextAttempt when a failing renewal of the general access token is tried again
 * @param sharedStore the state of the store shared with other nodes
 */
public record AuthStatus(
    ClientId clientId,
    Optional<Instant> lastSuccess,
    Optional<Instant> accessTokenExpiration,
    Optional<AuthFailure> lastFailure,
    Optional<Instant> lastFailureAt,
    Optional<Instant> nextAttempt,
    SharedStoreState sharedStore) {}
