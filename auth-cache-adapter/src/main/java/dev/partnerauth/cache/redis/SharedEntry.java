package dev.partnerauth.cache.redis;

import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.Token;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token as it stands in Redis.
 *
 * @param remaining how long it still lived when it was written, by the writer's clock
 * @param timeToLive for how long it was written
 */
record SharedEntry(Token token, Duration remaining, Duration timeToLive) {

  /** Clocks that are so close count as the same. */
  private static final Duration SAME = Duration.ofSeconds(1);

  /** Clocks that are so close are good enough to detect an entry that was put back. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** A token that is written now. */
  static SharedEntry of(Token token, Duration remaining) {
    return new SharedEntry(token, remaining, RedisSettings.atMostLongest(remaining));
  }

  /**
   * The token with its times by the local clock, if it lives. The writer's clock may have been
   * ahead, so the time that Redis saw pass since counts too: the token dies when the first of the
   * two says so.
   *
   * <p>A client that can write to Redis can also put an entry back that has lapsed there. It is
   * read no later than it would have been.
   *
   * @param left of its time to live, as Redis says
   */
  Optional<Token> readAt(Instant now, Duration left) throws UnreadableEntryException {
    if (left.compareTo(timeToLive.plus(TOLERANCE)) > 0) {
      throw new UnreadableEntryException("has more time to live than it was written for");
    }
    return token
        .expiration()
        .flatMap(expiration -> living(Duration.between(now, expiration), left));
  }

  private Optional<Token> living(Duration byClock, Duration left) {
    Duration beyondTheEntry = remaining.minus(timeToLive);
    Duration byRedis = beyondTheEntry.plus(left);
    boolean lapsedInRedis = byClock.compareTo(beyondTheEntry.minus(TOLERANCE)) < 0;
    if (lapsedInRedis || isOver(byClock) || isOver(byRedis)) {
      return Optional.empty();
    }
    Duration ahead = byClock.minus(byRedis);
    return Optional.of(ahead.compareTo(SAME) > 0 ? earlier(ahead) : token);
  }

  private static boolean isOver(Duration life) {
    return life.isNegative() || life.isZero();
  }

  private Token earlier(Duration ahead) {
    if (token instanceof ServiceToken service) {
      return ServiceToken.restored(
              service.reveal(),
              service.obtainedAt().minus(ahead),
              service.expiration().map(expiration -> expiration.minus(ahead)),
              service.delegates())
          .get();
    }
    BearerToken bearer = (BearerToken) token;
    TokenTimes times =
        new TokenTimes(
            bearer.obtainedAt().minus(ahead),
            bearer.expiresAt().minus(ahead),
            bearer.times().issuedAt());
    return bearer instanceof ScopedAccessToken scoped
        ? ScopedAccessToken.of(scoped.reveal(), times, scoped.apiProducts(), scoped.delegates())
            .get()
        : AccessToken.of(bearer.reveal(), times, bearer.apiProducts()).get();
  }
}
