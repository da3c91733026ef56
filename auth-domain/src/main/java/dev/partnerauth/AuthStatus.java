package dev.partnerauth;

import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.RenewalTrouble;
import dev.partnerauth.port.SharedStoreState;
import java.time.Instant;
import java.util.Optional;

/**
 * How an app's tokens stand, without secrets.
 *
 * @param clientId of the back-end app
 * @param lastSuccess when a token of any kind was last issued
 * @param accessTokenExpiration of the general access token that is served, or was issued last
 * @param lastFailure why a token of any kind was last refused
 * @param lastFailureAt when that was; whoever asks compares it with {@code lastSuccess}
 * @param renewalTrouble that the general access token cannot be renewed at present, though it may
 *     still be served
 * @param sharedStore the state of the store shared with other nodes
 */
public record AuthStatus(
    ClientId clientId,
    Optional<Instant> lastSuccess,
    Optional<Instant> accessTokenExpiration,
    Optional<AuthFailure> lastFailure,
    Optional<Instant> lastFailureAt,
    Optional<RenewalTrouble> renewalTrouble,
    SharedStoreState sharedStore) {}
