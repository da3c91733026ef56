package dev.partnerauth.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.TokenKey.ForScopedAccessToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Sixteen requests at first, one more under way for each that succeeds, sixteen more for each
 * second of silence, 512 at most.
 */
class ManyColdKeysBeginSlowlyTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Budget PATIENT = Budget.of(Duration.ofMinutes(10));
  private static final AuthFailure DOWN =
      new Unavailable(Facts.answered(Endpoint.ACCESS_TOKEN, 503));

  private final Simulation simulation = new Simulation(5);
  private final RiggedLoader loader = new RiggedLoader(new SimulatedLoader(simulation));
  private final Tokens<ForScopedAccessToken, ScopedAccessToken> tokens =
      CaffeineTokenCache.standard().tokens(loader, simulation.runtime());
  private final Deque<CompletableFuture<Either<AuthFailure, ScopedAccessToken>>> underWay =
      new ArrayDeque<>();
  private int sent;
  private int mostUnderWay;
  private int keys;

  ManyColdKeysBeginSlowlyTest() {
    loader.loading =
        (key, budget) -> {
          CompletableFuture<Either<AuthFailure, ScopedAccessToken>> request =
              new CompletableFuture<>();
          underWay.add(request);
          sent++;
          mostUnderWay = Math.max(mostUnderWay, underWay.size());
          return request;
        };
  }

  @Test
  void sixteenRequestsGoAtFirstAndTheOthersWait() {
    ask(100);

    assertThat(sent).isEqualTo(16);
  }

  @Test
  void forEachThatSucceedsTwoMoreGo() {
    ask(100);

    List<Integer> sentAfterEach =
        IntStream.range(0, 3)
            .mapToObj(
                success -> {
                  succeed();
                  return sent;
                })
            .toList();

    assertThat(sentAfterEach).containsExactly(18, 20, 22);
  }

  @Test
  void neverAreMoreThan512UnderWay() {
    ask(3_000);

    IntStream.range(0, 2_000).forEach(success -> succeed());

    assertThat(List.of(sent, mostUnderWay)).containsExactly(2_512, 512);
  }

  @Test
  void forEachSecondOfSilenceSixteenMoreGo() {
    ask(100);

    simulation.advance(SECOND.minus(MOMENT));
    int before = sent;
    simulation.advance(MOMENT);
    int after = sent;
    simulation.advance(SECOND);

    assertThat(List.of(before, after, sent)).containsExactly(16, 32, 48);
  }

  @Test
  void howeverLongTheSilenceNoMoreThan512Go() {
    ask(3_000);

    simulation.advance(Duration.ofSeconds(50));

    assertThat(sent).isEqualTo(512);
  }

  @Test
  void whileAnswersComeNoMoreGoThanTheyLetGo() {
    ask(100);
    simulation.advance(SECOND.minus(MOMENT));
    succeed();

    simulation.advance(MOMENT);

    assertThat(sent).isEqualTo(18);
  }

  @Test
  void afterAFailureOfTheServerNoMoreGoUntilFewerThanSixteenAreUnderWayOrMoreSucceeded() {
    ask(100);
    IntStream.range(0, 10).forEach(success -> succeed());
    int before = sent;
    fail();

    List<Integer> sentAfterEachSuccess =
        IntStream.range(0, 5)
            .mapToObj(
                success -> {
                  succeed();
                  return sent;
                })
            .toList();

    // 26 were under way. The failure leaves 25, of which sixteen may be; each success is one less
    // of the former and one more of the latter.
    assertThat(before).isEqualTo(36);
    assertThat(sentAfterEachSuccess).containsExactly(36, 36, 36, 36, 37);
  }

  @Test
  void whoeverWaitsForItsTurnLearnsOfTheOutageFromTheFirstWithoutARequestOfItsOwn() {
    List<CompletableFuture<Either<AuthFailure, ScopedAccessToken>>> answers = ask(1_000);

    fail();

    long told = answers.stream().filter(CompletableFuture::isDone).count();
    assertThat(List.of(sent, told)).isEqualTo(List.of(16, 985L));
  }

  @Test
  void fiveSecondsAfterTheLastRequestNothingIsKnownOfTheServerAnyMore() {
    assertThat(
            List.of(sentAtOnceAfter(Duration.ofSeconds(5)), sentAtOnceAfter(Duration.ofSeconds(6))))
        .containsExactly(32, 16);
  }

  /** Sixteen succeeded before. */
  private int sentAtOnceAfter(Duration pause) {
    ManyColdKeysBeginSlowlyTest another = new ManyColdKeysBeginSlowlyTest();
    another.ask(16);
    IntStream.range(0, 16).forEach(success -> another.succeed());
    another.simulation.advance(pause);
    another.sent = 0;
    another.ask(100);
    return another.sent;
  }

  private List<CompletableFuture<Either<AuthFailure, ScopedAccessToken>>> ask(int coldKeys) {
    List<CompletableFuture<Either<AuthFailure, ScopedAccessToken>>> answers = new ArrayList<>();
    for (int asked = 0; asked < coldKeys; asked++) {
      ForScopedAccessToken key = SimulatedLoader.key("service-" + keys++);
      answers.add(tokens.getAsync(key, Duration.ZERO, PATIENT).toCompletableFuture());
    }
    simulation.settle();
    return answers;
  }

  private void succeed() {
    ScopedAccessToken token =
        ScopedAccessToken.of(
                "scoped-" + keys++,
                TokenTimes.lasting(Duration.ofHours(10), simulation.now()),
                List.of(),
                Optional.empty())
            .get();
    underWay.remove().complete(Either.right(token));
    simulation.settle();
  }

  private void fail() {
    underWay.remove().complete(Either.left(DOWN));
    simulation.settle();
  }
}
