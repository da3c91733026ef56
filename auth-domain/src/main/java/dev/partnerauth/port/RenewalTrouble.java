package dev.partnerauth.port;

import dev.partnerauth.failure.AuthFailure;
import java.time.Instant;

/**
 * A token that cannot be renewed at present, though it may still be served.
 *
 * @param since the first failure of this series
 * @param lastFailure the latest one
 * @param nextAttempt not before this moment
 * @since 0.1.0
 */
public record RenewalTrouble(Instant since, AuthFailure lastFailure, Instant nextAttempt) {}
