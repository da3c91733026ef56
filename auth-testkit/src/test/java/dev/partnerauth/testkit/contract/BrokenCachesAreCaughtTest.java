package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.TokenCache;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each mistake fails the tests that name it, and no others. */
class BrokenCachesAreCaughtTest {

  @Test
  void oneThatStampedes() {
    assertThat(FailedTests.of(Stampedes.class))
        .containsExactly(
            "aCancelledWaiterEndsNobodyElsesWait",
            "aHundredParallelRejectionsOfOneTokenCauseOneRequest",
            "aTokenThatIsDeadOnArrivalGoesToThoseWhoWaitForIt",
            "anInterruptedWaiterEndsNobodyElsesWait",
            "anIssuerThatEndsExceptionallyAnswersAllWhoWaitAndTheNextMayTry",
            "anIssuerThatThrowsAnswersAllWhoWaitAndTheNextMayTry",
            "twoHundredCallersMakeOneRequestOfAFastServer",
            "twoHundredCallersMakeOneRequestOfASlowServer",
            "twoHundredCallersMakeOneRequestOfAVerySlowServer",
            "whoeverWaitsForAnothersRequestIsTold");
  }

  @Test
  void oneThatServesTheDead() {
    assertThat(FailedTests.of(ServesTheDead.class))
        .containsExactly(
            "aTokenAgesOnItsWay",
            "aTokenOfFiveSecondsIsNotServedPastItsMargin",
            "aTokenOfTenHoursIsNotServedPastItsMargin",
            "aTokenThatDiesOnItsWayIsNotServedFromTheCache",
            "aTokenThatIsDeadOnArrivalIsNotServedFromTheCacheNorAskedForInAHurry",
            "aWallClockThatJumpsBackwardsRevivesNoToken",
            "aWallClockThatJumpsBackwardsWhileATokenIsOnItsWayDoesNotProlongItsLife",
            "aWallClockThatJumpsForwardsWhileATokenIsOnItsWayDoesNotKillIt");
  }

  @Test
  void oneThatWedgesAfterAFailingLeader() {
    assertThat(FailedTests.of(Wedges.class))
        .containsExactly(
            "anIssuerThatEndsExceptionallyAnswersAllWhoWaitAndTheNextMayTry",
            "anIssuerThatThrowsAnswersAllWhoWaitAndTheNextMayTry",
            "credentialsThatCannotBeToldWedgeNobody");
  }

  @Test
  void oneThatForgetsARejection() {
    assertThat(FailedTests.of(Forgets.class))
        .containsExactly(
            "aHundredParallelRejectionsOfOneTokenCauseOneRequest",
            "aHundredRejectionsOfOneTokenCauseOneRequestEvenIfItIsRefused",
            "aRejectedTokenIsNotServedAgainEvenIfItsRenewalFails",
            "aRejectedTokenIsReplaced",
            "aRejectedTokenThatIsIssuedAgainIsNeitherServedNorAskedForInAHurry",
            "aRejectionByPinHoldsForTheKey",
            "aRejectionIsToldOnce",
            "aTokenThatIsRejectedWhileItIsRenewedIsNotServedMeanwhile",
            "aTokenThatIsRejectedWhileItsRenewalFailsIsNotBroughtBack",
            "rejectingATokenThatHasBeenReplacedChangesNothing");
  }

  @Test
  void oneThatBlocksReadersDuringARenewal() {
    assertThat(FailedTests.of(BlocksReaders.class))
        .containsExactly(
            "nobodyIsHeldUpByWhoeverNeedsALongerLife",
            "readersGetTheOldTokenAtOnceWhileItIsRenewed");
  }

  @Test
  void oneThatRetriesWithoutCooldown() {
    assertThat(FailedTests.of(Retries.class))
        .containsExactly(
            "aFailingRenewalIsRetriedNoSoonerThanItsCooldownAndNotMuchLater",
            "anOutageHoldsUpEveryKeyAndAllRecoverWithinAMinuteOfItsEnd",
            "refusedCredentialsAreTriedAgainWithinAMinute");
  }

  abstract static class Broken extends TokenCacheContract {
    @Override
    protected Duration patience() {
      return Duration.ofSeconds(3);
    }
  }

  static class Stampedes extends Broken {
    @Override
    protected TokenCache cache() {
      return new BrokenCaches.Stampeding();
    }
  }

  static class ServesTheDead extends Broken {
    @Override
    protected TokenCache cache() {
      return new BrokenCaches.ServingTheDead();
    }
  }

  static class Wedges extends Broken {
    @Override
    protected TokenCache cache() {
      return new BrokenCaches.Wedging();
    }
  }

  static class Forgets extends Broken {
    @Override
    protected TokenCache cache() {
      return new BrokenCaches.Forgetful();
    }
  }

  static class BlocksReaders extends Broken {
    @Override
    protected TokenCache cache() {
      return new BrokenCaches.BlockingReaders();
    }
  }

  static class Retries extends Broken {
    @Override
    protected TokenCache cache() {
      return BrokenCaches.impatient();
    }
  }
}
