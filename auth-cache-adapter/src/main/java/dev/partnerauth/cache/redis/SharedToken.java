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
 * @param remaining how long it still lived when it was written, by the clock of who wrote it
 * @param timeToLive for how long it was written
 */
record SharedToken(Token token, Duration remaining, Duration timeToLive) {

  /** Clocks that are so close count as the same. */
  private static final Duration SAME = Duration.ofSeconds(1);

  /** Clocks that are so close are good enough to tell an entry that was put back. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** A token that is written now. */
  static SharedToken of(Token token, Duration remaining) {
    return new SharedToken(token, remaining, RedisSettings.atMostLongest(remaining));
  }

  /**
   * The token with its times by the local clock, if it lives. The writer's clock may have been
   * ahead, so the time that Redis saw pass since counts too: the token dies when the first of the
   * two says so.
   *
   * <p>Who can write to Redis can also put an entry back that has lapsed there. It is read no later
   * than it would have been.
   *
   * @param left of its time to live, as Redis says
   */
  Optional<Token> readAt(Instant now, Duration left) throws Unreadable {
    if (left.compareTo(timeToLive.plus(TOLERANCE)) > 0) {
      throw new Unreadable("has more time to live than it was written for");
    }
    return hasLapsedAt(now) ? Optional.empty() : livingAt(now, left);
  }

  private boolean hasLapsedAt(Instant now) {
    return token
        .expiration()
        .filter(
            expiration -> now.isAfter(expiration.minus(remaining).plus(timeToLive).plus(TOLERANCE)))
        .isPresent();
  }

  private Optional<Token> livingAt(Instant now, Duration left) {
    return token
        .expiration()
        .flatMap(
            expiration -> {
              Duration byClock = Duration.between(now, expiration);
              Duration byRedis = remaining.minus(timeToLive).plus(left);
              Duration ahead = byClock.minus(byRedis);
              if (isOver(byClock) || isOver(byRedis)) {
                return Optional.empty();
              }
              return Optional.of(ahead.compareTo(SAME) > 0 ? earlier(ahead) : token);
            });
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
    TokenTimes times = ((BearerToken) token).times();
    TokenTimes moved =
        new TokenTimes(
            times.obtainedAt().minus(ahead), times.expiresAt().minus(ahead), times.issuedAt());
    return token instanceof ScopedAccessToken scoped
        ? ScopedAccessToken.of(scoped.reveal(), moved, scoped.apiProducts(), scoped.delegates())
            .get()
        : AccessToken.of(token.reveal(), moved, ((AccessToken) token).apiProducts()).get();
  }
}
