package dev.partnerauth.cache.redis;

import static dev.partnerauth.cache.redis.Samples.aKeyRing;
import static dev.partnerauth.cache.redis.Samples.aName;
import static dev.partnerauth.cache.redis.Samples.anAccessToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.cache.redis.Node.Heard;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.AccessToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RejectionLogTest {

  private static final Duration LIFE = Duration.ofHours(2);

  private final AtomicInteger dropped = new AtomicInteger();
  private final AuthRuntime runtime = AuthRuntime.system().runningOn(Runnable::run);
  private final RejectionLog log = new RejectionLog(aKeyRing(), runtime, dropped::incrementAndGet);
  private final List<Heard> heard = new ArrayList<>();
  private final RejectionLog.Holder<AccessToken> holder =
      log.holder((name, token) -> heard.add(new Heard(name, token)));

  private static Rejection rejection(int token) {
    return new Rejection("a".repeat(64), "%064x".formatted(token));
  }

  @Test
  void aMessageFromAnotherNodeIsHeardByTheRegionThatHoldsTheToken() {
    AccessToken token = anAccessToken("held");
    holder.hold(rejection(1), aName(), token);

    log.heard(rejection(1).signed(aKeyRing()));
    log.heard(rejection(2).signed(aKeyRing()));

    assertThat(heard).containsExactly(new Heard(aName(), token.digest()));
    assertThat(List.of(rejection(1), rejection(2))).allMatch(log::isRefused);
  }

  @Test
  void aMessageThatNoNodeSignedIsNotHeard() {
    AccessToken token = anAccessToken("held");
    holder.hold(rejection(1), aName(), token);

    log.heard(rejection(1).signed(Samples.aKeyRing().in("another")));

    assertThat(heard).isEmpty();
    assertThat(log.isRefused(rejection(1))).isFalse();
    assertThat(holder.find(rejection(1))).isPresent();
  }

  @Test
  void theTokensOfTheLatestTwentyThousandRejectionsAreRefused() {
    for (int token = 0; token < 20_000; token++) {
      log.accept(rejection(token));
    }

    log.accept(rejection(0));
    log.accept(rejection(20_000));

    assertThat(log.isRefused(rejection(1))).isFalse();
    assertThat(List.of(rejection(0), rejection(2), rejection(20_000))).allMatch(log::isRefused);
  }

  @Test
  void anUntoldRejectionThatIsDroppedIsReported() {
    for (int token = 0; token < RejectionLog.OWN_LIMIT; token++) {
      log.reject(rejection(token), LIFE);
    }
    int before = dropped.get();

    log.reject(rejection(RejectionLog.OWN_LIMIT), LIFE);

    assertThat(List.of(before, dropped.get())).isEqualTo(List.of(0, 1));
  }

  @Test
  void rejectionsOfDeadTokensMakeRoomForOthers() {
    for (int token = 0; token < RejectionLog.OWN_LIMIT; token++) {
      log.reject(rejection(token), Duration.ZERO);
    }

    log.reject(rejection(RejectionLog.OWN_LIMIT), LIFE);

    assertThat(dropped).hasValue(0);
  }
}
