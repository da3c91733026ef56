package dev.partnerauth.cache;

/**
 * What an entry knows of its failed renewal.
 *
 * @param renewalDue the age in nanoseconds at which the token was to be renewed
 * @param state when the next attempt is due
 * @param endsOnRecovery whether it is over once no {@link Backoff} knows of a failure any more
 * @param announced whether it was announced that the token is served nevertheless
 */
record RenewalBackoff(
    long renewalDue, BackoffState state, boolean endsOnRecovery, boolean announced) {}
