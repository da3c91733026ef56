package dev.partnerauth.cache;

import dev.partnerauth.port.Budget.Tries;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenKey;
import java.time.Duration;

/**
 * One generation of work on a key: what is asked for. No two are equal, so that what an earlier
 * generation brings can be told from what this one does.
 *
 * @param begunNanos when those who wait began to wait
 * @param background whether it is a renewal, for which no caller waits
 * @param minValidity how long the token has to live
 * @param repeated whether the token of the one before was rejected before it was handed over
 * @param limit of its own
 */
record InFlightRequest<T extends Token>(
    TokenKey<T> key,
    long begunNanos,
    boolean background,
    Tries tries,
    Duration minValidity,
    boolean repeated,
    RequestLimit limit) {

  static <T extends Token> InFlightRequest<T> renewal(TokenKey<T> key, long now) {
    return new InFlightRequest<>(
        key, now, true, Tries.ONE, Duration.ZERO, false, new RequestLimit());
  }

  static <T extends Token> InFlightRequest<T> forWaiters(
      TokenKey<T> key, long now, Tries tries, Duration minValidity) {
    return new InFlightRequest<>(key, now, false, tries, minValidity, false, new RequestLimit());
  }

  InFlightRequest<T> repeat(Tries sent) {
    return new InFlightRequest<>(
        key, begunNanos, false, sent, minValidity, true, new RequestLimit());
  }
}
