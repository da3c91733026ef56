package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.TokenCache;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each mistake fails the tests that name it, and no others. All at once, since they mostly wait.
 */
@Execution(ExecutionMode.CONCURRENT)
class BrokenCachesAreCaughtTest {

  @Test
  void oneThatStampedes() {
    assertThat(failedTests(Stampedes.class))
        .containsExactly(
            "aCancelledWaiterEndsNobodyElsesWait",
            "aHundredParallelRejectionsOfOneTokenCauseOneRequest",
            "aLoaderThatEndsExceptionallyAnswersAllWhoWaitAndTheNextMayTry",
            "aLoaderThatThrowsAnswersAllWhoWaitAndTheNextMayTry",
            "aTokenThatIsDeadOnArrivalGoesToThoseWhoWaitForIt",
            "anInterruptedWaiterEndsNobodyElsesWait",
            "twoHundredCallersMakeOneRequestOfAFastServer",
            "twoHundredCallersMakeOneRequestOfASlowServer",
            "twoHundredCallersMakeOneRequestOfAVerySlowServer",
            "whoeverWaitsForAnothersRequestIsTold");
  }

  @Test
  void oneThatServesTheDead() {
    assertThat(failedTests(ServesTheDead.class))
        .containsExactly(
            "aTokenAgesOnItsWay",
            "aTokenOfFiveSecondsIsNotServedPastItsMargin",
            "aTokenOfTenHoursIsNotServedPastItsMargin",
            "aTokenThatDiesOnItsWayIsNotServedFromTheCache",
            "aTokenThatIsDeadOnArrivalIsNotServedFromTheCacheNorAskedForInAHurry",
            "aWallClockThatJumpsBackwardsRevivesNoToken",
            "aWallClockThatJumpsBackwardsWhileATokenIsOnItsWayDoesNotProlongItsLife",
            "aWallClockThatJumpsForwardsWhileATokenIsOnItsWayDoesNotKillIt",
            "untilTheNextAttemptCallersAreToldThatTheLastTokenArrivedDead");
  }

  @Test
  void oneThatWedgesAfterAFailingLeader() {
    assertThat(failedTests(Wedges.class))
        .containsExactly(
            "aLoaderThatEndsExceptionallyAnswersAllWhoWaitAndTheNextMayTry",
            "aLoaderThatThrowsAnswersAllWhoWaitAndTheNextMayTry",
            "aRequestThatEndsInAnErrorOfAProgramIsTold",
            "credentialsThatCannotBeToldWedgeNobody",
            "theSecondErrorOfAProgramInARowHoldsUpItsKeyAndNoOther");
  }

  @Test
  void oneThatForgetsARejection() {
    assertThat(failedTests(Forgets.class))
        .containsExactly(
            "aHundredParallelRejectionsOfOneTokenCauseOneRequest",
            "aHundredRejectionsOfOneTokenCauseOneRequestEvenIfItIsRefused",
            "aRejectedTokenIsNotServedAgainEvenIfItsRenewalFails",
            "aRejectedTokenIsReplaced",
            "aRejectedTokenThatIsIssuedAgainIsNeitherServedNorAskedForInAHurry",
            "aRejectionByPinHoldsForTheKey",
            "aRejectionIsNoticedAtOnceByAKeyThatWasRefused",
            "aRejectionIsNoticedAtOnceByAnAppThatWasRefused",
            "aRejectionIsToldOnce",
            "aTokenThatIsRejectedWhileItIsRenewedIsNotServedMeanwhile",
            "aTokenThatIsRejectedWhileItsRenewalFailsIsNotBroughtBack",
            "rejectingATokenThatHasBeenReplacedChangesNothing",
            "untilTheNextAttemptCallersAreToldThatARejectedTokenWasIssuedAgain");
  }

  @Test
  void oneThatBlocksReadersDuringARenewal() {
    assertThat(failedTests(BlocksReaders.class))
        .containsExactly(
            "nobodyIsHeldUpByWhoeverNeedsALongerLife",
            "readersGetTheOldTokenAtOnceWhileItIsRenewed");
  }

  @Test
  void oneThatRetriesWithoutCooldown() {
    assertThat(FailedTests.of(Retries.class))
        .containsExactly(
            "aFailedRenewalLeavesTheServerAloneForHalfASecondAtLeast",
            "aFailingRenewalIsRetriedNoSoonerThanItsCooldownAndNotMuchLater",
            "aFailureIsAnsweredFromMemoryForAQuarterOfASecond",
            "aKeyWithoutATokenShowsWhatHoldsItUpAndUntilWhen",
            "anOutageHoldsUpEveryKeyAndAllRecoverWithinAMinuteOfItsEnd",
            "refusedCredentialsAreTriedAgainWithinAMinute");
  }

  @Test
  void oneThatLearnsNothingFromOneKeyForAnother() {
    assertThat(FailedTests.of(SeesNoFurther.class, TokenCacheContract.WithARememberedFailure.class))
        .containsExactly(
            "aRetryAfterHoldsUpEveryKeyForAsLongAsTheServerAskedFor",
            "aRetryAfterOfMoreThanADayIsTakenForADay",
            "anOutageHoldsUpOtherAppsAtTheSameEndpoint",
            "onceTheNextAttemptIsDueOneCallerIsLetThroughAndSendsOneRequest");
  }

  @Test
  void oneThatAnswersAllWithTheLastFailureAndThenLetsAllThrough() {
    assertThat(FailedTests.of(Fears.class, TokenCacheContract.WithARememberedFailure.class))
        .containsExactly(
            "aKeyThatFailsWhileOthersSucceedHoldsUpItselfOnly",
            "aRetryAfterOfMoreThanADayIsTakenForADay",
            "anOutageOfOneEndpointHoldsUpNobodyAtAnother",
            "onceTheNextAttemptIsDueOneCallerIsLetThroughAndSendsOneRequest",
            "refusedCredentialsHoldUpNoOtherApp",
            "theSecondErrorOfAProgramInARowHoldsUpItsKeyAndNoOther",
            "whatTeachesNothingHoldsUpNobody");
  }

  @Test
  void oneThatKeepsToItsFirstCredentials() {
    assertThat(
            FailedTests.of(KeepsToItsWays.class, TokenCacheContract.WithARememberedFailure.class))
        .containsExactly("aLivingTokensRenewalGoesOnWithinAQuarterOfASecondOfNewCredentials");
  }

  @Test
  void oneThatAsksWhenItIsLookedAt() {
    assertThat(FailedTests.of(Pries.class, TokenCacheContract.WithALookAtItsStanding.class))
        .containsExactly(
            "aTokenThatIsDueForRenewalIsShownAndNotRenewed",
            "aTokenThatIsNoLongerServedIsNotShown",
            "ofAKeyThatNobodyAskedForNothingIsKnown");
  }

  @Test
  void oneThatServesAnyTokenToThoseWhoNeedALongerLife() {
    assertThat(FailedTests.of(ServesAny.class, TokenCacheContract.WithAnOddArrival.class))
        .containsExactly(
            "aTokenThatDoesNotLastLongEnoughIsReplaced",
            "nobodyIsHeldUpByWhoeverNeedsALongerLife",
            "oneMoreIsAskedForAndNoStormFollowsWhenNoTokenCanLastThatLong",
            "whoeverNeedsLongerThanAnyTokenLivesIsToldSoAndTheTokenIsKeptForTheOthers");
  }

  @Test
  void oneThatIgnoresDeadlines() {
    assertThat(FailedTests.of(TakesItsTime.class, TokenCacheContract.WithoutAToken.class))
        .containsExactly(
            "aBlockedWaiterWhoseTimeIsUpIsToldSoAndTheTokenIsKept",
            "aCallerWithoutTimeIsToldSoAndNothingIsAskedFor",
            "anAsynchronousWaiterWhoseTimeIsUpIsToldSoAndTheTokenIsKept");
  }

  /** Outages take long, and only one mistake shows in them. */
  private static Set<String> failedTests(Class<?> suite) {
    return FailedTests.ofAllBut(TokenCacheContract.WithAFailingServer.class, suite);
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

  static class SeesNoFurther extends Broken {
    @Override
    protected TokenCache cache() {
      return new BrokenCaches.ShortSighted();
    }
  }

  static class Fears extends Broken {
    @Override
    protected TokenCache cache() {
      return new BrokenCaches.Fearful();
    }
  }

  static class KeepsToItsWays extends Broken {
    @Override
    protected TokenCache cache() {
      return new BrokenCaches.SetInItsWays();
    }
  }

  static class Pries extends Broken {
    @Override
    protected TokenCache cache() {
      return new BrokenCaches.Curious();
    }
  }

  static class ServesAny extends Broken {
    @Override
    protected TokenCache cache() {
      return new BrokenCaches.Undemanding();
    }
  }

  static class TakesItsTime extends Broken {
    @Override
    protected TokenCache cache() {
      return new BrokenCaches.Unhurried();
    }
  }
}
