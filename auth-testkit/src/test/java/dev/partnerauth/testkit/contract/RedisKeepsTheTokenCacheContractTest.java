package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RedisKeepsTheTokenCacheContractTest {

  @AfterAll
  static void stop() {
    CachesOverRedis.stop();
  }

  /**
   * But for three: Redis has a clock of its own, which the suite cannot move. To it a lease of a
   * request that was given up a minute ago has just begun, and an entry of yesterday is fresh when
   * the wall clock says yesterday again.
   */
  @Test
  void inEverySentenceThatDoesNotMoveRedisOwnClock() {
    assertThat(FailedTests.of(CachesOverRedis.class))
        .containsExactly(
            "aRequestThatNeverEndsIsGivenUpAndTheNextMayTry",
            "aWallClockThatJumpsBackwardsRevivesNoToken",
            "aWallClockThatJumpsBackwardsWhileATokenIsOnItsWayDoesNotProlongItsLife");
  }
}
