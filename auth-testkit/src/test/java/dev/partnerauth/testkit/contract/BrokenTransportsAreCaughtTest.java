package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.settings.NetworkSettings;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.HttpTransport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each mistake fails the tests that name it, and no others of their part. */
class BrokenTransportsAreCaughtTest {

  @Test
  void oneThatDropsHeaders() {
    assertThat(FailedTests.of(DropsHeaders.class, HttpTransportContract.WithARequest.class))
        .containsExactly("aRequestArrivesAsItWasWrittenAndWithNothingSecretAdded");
  }

  @Test
  void oneThatFollowsRedirects() {
    assertThat(FailedTests.of(FollowsRedirects.class, HttpTransportContract.WithATemptation.class))
        .containsExactly("redirectsAreNotFollowed");
  }

  @Test
  void oneThatIgnoresTheDeadline() {
    assertThat(FailedTests.of(IgnoresTheDeadline.class, HttpTransportContract.WithADeadline.class))
        .containsExactly(
            "aDeadlineThatIsOverEndsTheCallAtOnce",
            "aServerThatNeverReadsIsGivenUpAtTheDeadline",
            "aServerThatStopsInTheBodyIsGivenUpAtTheDeadline",
            "aServerThatStopsInTheHeadIsGivenUpAtTheDeadline",
            "aServerThatTricklesItsHeadIsGivenUpAtTheDeadline",
            "aSilentServerIsGivenUpAtTheDeadline",
            "aTricklingServerIsGivenUpAtTheDeadlineHoweverShortItsPauses",
            "theConnectionIsEndedEvenIfItHasServedWellBefore",
            "theConnectionToASilentServerIsEnded",
            "theConnectionToATricklingServerIsEnded");
  }

  @Test
  void oneThatAnswersWhenItFailed() {
    assertThat(
            FailedTests.of(SwallowsFailures.class, HttpTransportContract.WithTroubleOnTheWay.class))
        .containsExactly(
            "aCertificateThatNobodyTrustsEndsTheHandshake",
            "aConnectionThatIsClosedWhileTheNextRequestTravelsIsTold",
            "aHangUpIsToldAndDoesNotSpoilTheNextCall",
            "aHostWithoutAnAddressIsUnknown",
            "aResetIsToldAndDoesNotSpoilTheNextCall",
            "anAddressWhereNobodyListensRefusesTheConnection",
            "chunksWithoutTheLastAreToldAndDoNotSpoilTheNextCall",
            "failuresQuoteNoSecret",
            "halfABodyIsToldAndDoesNotSpoilTheNextCall",
            "halfAChunkIsToldAndDoesNotSpoilTheNextCall",
            "halfAHeadIsToldAndDoesNotSpoilTheNextCall",
            "nonsenseIsToldAndDoesNotSpoilTheNextCall",
            "plainTextWhereTlsIsSpokenEndsTheHandshake");
  }

  @Test
  void oneThatManglesText() {
    assertThat(FailedTests.of(ManglesText.class, HttpTransportContract.WithARequest.class))
        .containsExactly("muchGoesAndComesWhole", "textBeyondAsciiGoesAndComesUnharmed");
  }

  @Test
  void oneThatDecompresses() {
    assertThat(FailedTests.of(Decompresses.class, HttpTransportContract.WithAnAnswer.class))
        .containsExactly("whatIsCompressedStaysCompressed");
  }

  @Test
  void oneThatRetriesOfItsOwnAccord() {
    assertThat(FailedTests.of(Retries.class, HttpTransportContract.WithATemptation.class))
        .contains("aRequestThatMayHaveArrivedIsNotSentAgain", "aServerThatIsBusyIsNotAskedAgain")
        // It retries there only when it has not yet seen that the connection was closed.
        .isSubsetOf(
            "aRequestThatMayHaveArrivedIsNotSentAgain",
            "aRequestThatMayHaveArrivedOverAKeptConnectionIsNotSentAgain",
            "aServerThatIsBusyIsNotAskedAgain");
  }

  @Test
  void oneThatCutsOffWhatIsTooLarge() {
    assertThat(FailedTests.of(CutsOffSilently.class, HttpTransportContract.WithALimit.class))
        .containsExactly(
            "anAnswerInChunksWithOneByteMoreIsTooLarge",
            "anAnswerWithOneByteMoreIsTooLarge",
            "anAnswerWithoutEndIsTooLarge",
            "anErrorWithOneByteMoreIsTooLarge",
            "chunksWithoutEndAreTooLarge");
  }

  @Test
  void oneThatThrowsRatherThanFailing() {
    assertThat(FailedTests.of(Throws.class, HttpTransportContract.WithTroubleOnTheWay.class))
        .containsExactly(
            "aCertificateThatNobodyTrustsEndsTheHandshake",
            "aConnectionThatIsClosedWhileTheNextRequestTravelsIsTold",
            "aHangUpIsToldAndDoesNotSpoilTheNextCall",
            "aHostWithoutAnAddressIsUnknown",
            "aResetIsToldAndDoesNotSpoilTheNextCall",
            "anAddressWhereNobodyListensRefusesTheConnection",
            "chunksWithoutTheLastAreToldAndDoNotSpoilTheNextCall",
            "failuresQuoteNoSecret",
            "halfABodyIsToldAndDoesNotSpoilTheNextCall",
            "halfAChunkIsToldAndDoesNotSpoilTheNextCall",
            "halfAHeadIsToldAndDoesNotSpoilTheNextCall",
            "nonsenseForALengthIsToldAndDoesNotSpoilTheNextCall",
            "nonsenseIsToldAndDoesNotSpoilTheNextCall",
            "plainTextWhereTlsIsSpokenEndsTheHandshake");
  }

  abstract static class Broken extends HttpTransportContract {

    private final BrokenTransports.Mistake mistake;

    Broken(BrokenTransports.Mistake mistake) {
      this.mistake = mistake;
    }

    @Override
    protected HttpTransport transport(NetworkSettings settings) {
      return BrokenTransports.broken(ApacheAsyncTransport.of(settings), mistake);
    }

    @Override
    protected Duration patience() {
      return Duration.ofSeconds(10);
    }
  }

  static class DropsHeaders extends Broken {
    DropsHeaders() {
      super(BrokenTransports::dropHeaders);
    }
  }

  static class FollowsRedirects extends Broken {
    FollowsRedirects() {
      super(BrokenTransports::followRedirects);
    }
  }

  static class IgnoresTheDeadline extends Broken {
    IgnoresTheDeadline() {
      super(BrokenTransports::ignoreDeadline);
    }

    /** Nearly every test waits for so long, in vain. */
    @Override
    protected Duration patience() {
      return Duration.ofSeconds(1);
    }
  }

  static class SwallowsFailures extends Broken {
    SwallowsFailures() {
      super(BrokenTransports::swallowFailures);
    }
  }

  static class ManglesText extends Broken {
    ManglesText() {
      super(BrokenTransports::mangleText);
    }
  }

  static class Decompresses extends Broken {
    Decompresses() {
      super(BrokenTransports::decompress);
    }
  }

  static class Retries extends Broken {
    Retries() {
      super(BrokenTransports::retry);
    }
  }

  static class CutsOffSilently extends Broken {
    CutsOffSilently() {
      super(BrokenTransports::cutOffSilently);
    }
  }

  static class Throws extends Broken {
    Throws() {
      super(BrokenTransports::throwRatherThanFail);
    }
  }
}
