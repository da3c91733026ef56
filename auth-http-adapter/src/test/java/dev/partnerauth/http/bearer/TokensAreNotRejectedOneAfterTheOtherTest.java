package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.port.Time;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensAreNotRejectedOneAfterTheOtherTest {

  private final MovedTime time = new MovedTime();
  private final RejectionPace pace = new RejectionPace(time);

  @Test
  void theSameTokenIsHoweverManyCallsItWasRefused() {
    assertThat(List.of(pace.allows(token("a")), pace.allows(token("a"))))
        .containsExactly(true, true);
  }

  @Test
  void itsSuccessorIsNotAtOnce() {
    boolean first = pace.allows(token("a"));
    time.passed = Duration.ofSeconds(10).minusNanos(1);
    boolean successor = pace.allows(token("b"));

    assertThat(List.of(first, successor)).containsExactly(true, false);
  }

  @Test
  void itsSuccessorIsAfterTenSeconds() {
    boolean first = pace.allows(token("a"));
    time.passed = Duration.ofSeconds(10);
    boolean successor = pace.allows(token("b"));

    assertThat(List.of(first, successor)).containsExactly(true, true);
  }

  @Test
  void whoWasLetOffDoesNotBeginTheTimeAnew() {
    boolean first = pace.allows(token("a"));
    time.passed = Duration.ofSeconds(9);
    boolean early = pace.allows(token("b"));
    time.passed = Duration.ofSeconds(10);
    boolean later = pace.allows(token("b"));

    assertThat(List.of(first, early, later)).containsExactly(true, false, true);
  }

  private static BearerToken token(String text) {
    return AccessToken.of(text, TokenTimes.lasting(Duration.ofHours(1), Instant.EPOCH), List.of())
        .get();
  }

  private static final class MovedTime implements Time {

    private Duration passed = Duration.ZERO;

    @Override
    public Instant now() {
      return Instant.EPOCH.plus(passed);
    }

    @Override
    public long nanos() {
      return passed.toNanos();
    }
  }
}
