package dev.partnerauth.testkit.assertions;

import static dev.partnerauth.testkit.assertions.AuthAssertions.assertThat;
import static dev.partnerauth.testkit.assertions.Samples.NOW;
import static dev.partnerauth.testkit.assertions.Samples.TEXT;
import static dev.partnerauth.testkit.assertions.Samples.aReceivedToken;
import static dev.partnerauth.testkit.assertions.Samples.aServiceToken;
import static dev.partnerauth.testkit.assertions.Samples.anAccessToken;
import static dev.partnerauth.testkit.assertions.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.token.ServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither in ours nor in those that come from AssertJ. */
class NoMessageShowsATokensTextTest {

  private static final ServiceToken TOKEN = aServiceToken();
  private static final Either<AuthFailure, ServiceToken> OUTCOME = Either.right(TOKEN);

  @ParameterizedTest
  @MethodSource("failing")
  void itIsRedacted(ThrowingCallable failing) {
    String message = message(failing);

    assertThat(message).contains("ServiceToken").doesNotContain(TEXT);
  }

  static Stream<ThrowingCallable> failing() {
    return Stream.of(
        () -> assertThat(OUTCOME).isRefused(),
        () -> assertThat(OUTCOME).isNull(),
        () -> assertThat(OUTCOME).isEqualTo(Either.right(anAccessToken())),
        () -> assertThat(OUTCOME).isIn(List.of()),
        () -> assertThat(OUTCOME).matches(Either::isLeft),
        () -> assertThat(TOKEN).expiresAt(NOW),
        () -> assertThat(TOKEN).livesFor(Duration.ZERO),
        () -> assertThat(TOKEN).delegates(StandardPurposes.BINDER_SIGN),
        () -> assertThat(TOKEN).isEqualTo(anAccessToken()),
        () -> assertThat(TOKEN).isNotEqualTo(aReceivedToken()),
        () -> assertThat(TOKEN).isNull(),
        () -> assertThat(TOKEN).hasToString("another"),
        () -> assertThat(TOKEN).isInstanceOf(ClaimName.class),
        () -> assertThat(TOKEN).doesNotMatch(token -> token.delegates().isPresent()));
  }
}
