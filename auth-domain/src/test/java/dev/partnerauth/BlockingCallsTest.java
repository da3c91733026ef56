package dev.partnerauth;

import static dev.partnerauth.Samples.anAccessToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.TransientFailure.Interrupted;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockingCallsTest {

  private final Surroundings here = new Surroundings();
  private final PartnerAuth auth = here.uncached();

  @Test
  void aCallThatTakesTooLongTimesOut() {
    here.api.answersAccess(new CompletableFuture<>());

    var late = auth.within(Duration.ofNanos(1)).accessToken();

    assertThat(late)
        .isEqualTo(
            Either.left(new TimedOut(Phase.WAITING, Facts.unanswered(Endpoint.ACCESS_TOKEN))));
  }

  @Test
  void anInterruptedCallSaysSoAndLeavesTheThreadInterrupted() {
    here.api.answersAccess(new CompletableFuture<>());
    Thread.currentThread().interrupt();

    var interrupted = auth.accessToken();

    assertThat(List.of(interrupted, Thread.interrupted()))
        .isEqualTo(List.of(Either.left(new Interrupted()), true));
  }

  @Test
  void aBrokenApiIsThrownWithItsCause() {
    IllegalStateException broken = new IllegalStateException("broken");
    here.api.answersAccess(CompletableFuture.failedFuture(broken));

    assertThatThrownBy(auth::accessToken)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isSameAs(broken);
  }

  @ParameterizedTest
  @EnumSource
  void credentialsThatThrowEndTheCallWithTheirException(Door door) {
    IllegalStateException broken = new IllegalStateException("broken");
    PartnerAuth withBrokenCredentials =
        here.cachedWith(
            () -> {
              throw broken;
            });

    assertThatThrownBy(() -> door.accessToken(withBrokenCredentials))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isSameAs(broken);
  }

  @Test
  void anAnswerOfAnotherThreadIsWaitedFor() {
    CompletableFuture<Either<AuthFailure, AccessToken>> answer = new CompletableFuture<>();
    here.api.answersAccess(answer);
    Thread other = new Thread(() -> answer.complete(Either.right(anAccessToken("access-1"))));
    other.start();

    var token = auth.accessToken();

    assertThat(token).isEqualTo(Either.right(anAccessToken("access-1")));
  }

  @Test
  void anAsynchronousCallBlocksNobody() {
    here.api.answersAccess(new CompletableFuture<>());

    var pending = auth.async().accessToken().toCompletableFuture();

    assertThat(pending).isNotDone();
  }

  @Test
  void anAsynchronousCallToABrokenApiFailsWithItsCause() {
    IllegalStateException broken = new IllegalStateException("broken");
    here.api.answersAccess(CompletableFuture.failedFuture(broken));

    var failed = auth.async().accessToken().toCompletableFuture();

    assertThatThrownBy(failed::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isSameAs(broken);
  }
}
