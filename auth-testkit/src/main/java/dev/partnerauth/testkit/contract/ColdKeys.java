package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.failure.TransientFailure.Interrupted;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.Budget;
import dev.partnerauth.testkit.contract.Callers.Caller;
import dev.partnerauth.testkit.contract.ScriptedLoader.Request;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No token is kept: whoever comes waits for the one request, and for nobody else. */
abstract class ColdKeys extends TokenCacheUnderTest {

  ColdKeys(TokenCacheContract contract) {
    super(contract);
  }

  @Test
  void twoHundredCallersMakeOneRequestOfAFastServer() {
    assertThat(answersToTwoHundred(Duration.ofMillis(1))).isEqualTo(oneTokenForAll());
  }

  @Test
  void twoHundredCallersMakeOneRequestOfASlowServer() {
    assertThat(answersToTwoHundred(Duration.ofSeconds(1))).isEqualTo(oneTokenForAll());
  }

  @Test
  void twoHundredCallersMakeOneRequestOfAVerySlowServer() {
    assertThat(answersToTwoHundred(Duration.ofSeconds(30))).isEqualTo(oneTokenForAll());
  }

  record Answers(Set<String> tokens, int requests) {}

  private static Answers oneTokenForAll() {
    return new Answers(Set.of("service-token-1"), 1);
  }

  private Answers answersToTwoHundred(Duration latency) {
    loader.follows(loader.grantsAfter(latency, TEN_HOURS));

    List<CompletableFuture<Either<AuthFailure, ServiceToken>>> blocking =
        Callers.calling(100, () -> tokens.get(KEY, Duration.ZERO, BUDGET));
    List<CompletionStage<Either<AuthFailure, ServiceToken>>> asynchronous =
        soon(Callers.calling(100, () -> tokens.getAsync(KEY, Duration.ZERO, BUDGET)));
    soon(loader.request(1));
    time.advance(latency);

    Set<String> answered =
        Stream.concat(soon(blocking).stream(), soon(asynchronous).stream())
            .map(answer -> answer.fold(AuthFailure::describe, ServiceToken::reveal))
            .collect(Collectors.toSet());
    return new Answers(answered, loader.count());
  }

  @Test
  void aHeldRequestHoldsUpNoOtherKey() {
    ForServiceToken held = ScriptedLoader.key(1);
    loader.follows(loader.holds());
    CompletionStage<Either<AuthFailure, ServiceToken>> waiting = getAsync(held);
    soon(loader.request(1));
    loader.follows(loader.grants(TEN_HOURS));

    Either<AuthFailure, ServiceToken> other = get(KEY);

    assertThat(List.of(other.isRight(), waiting.toCompletableFuture().isDone()))
        .containsExactly(true, false);
  }

  @Test
  void anAsynchronousWaiterWhoseTimeIsUpIsToldSoAndTheTokenIsKept() {
    loader.follows(loader.holds());
    CompletionStage<Either<AuthFailure, ServiceToken>> waiter =
        soon(
            Callers.calling(
                    () -> tokens.getAsync(KEY, Duration.ZERO, Budget.of(Duration.ofSeconds(5))))
                .answer());
    Request request = soon(loader.request(1));

    time.advance(Duration.ofSeconds(5));
    Either<AuthFailure, ServiceToken> told = soon(waiter);
    ServiceToken late = loader.token(request, TEN_HOURS);
    request.grant(late);

    assertThat(List.of(told.getLeft().getClass(), get(KEY), loader.count()))
        .containsExactly(TimedOut.class, Either.right(late), 1);
  }

  @Test
  void aBlockedWaiterWhoseTimeIsUpIsToldSoAndTheTokenIsKept() {
    loader.follows(loader.holds());
    Duration briefly = Duration.ofMillis(50);
    Caller<Either<AuthFailure, ServiceToken>> waiter =
        Callers.calling(() -> tokens.get(KEY, Duration.ZERO, Budget.of(briefly)));
    Request request = soon(loader.request(1));

    time.advance(briefly);
    Either<AuthFailure, ServiceToken> told = soon(waiter.answer());
    ServiceToken late = loader.token(request, TEN_HOURS);
    request.grant(late);

    assertThat(List.of(told.getLeft().getClass(), get(KEY), loader.count()))
        .containsExactly(TimedOut.class, Either.right(late), 1);
  }

  @Test
  void aCallerWithoutTimeIsToldSoAndNothingIsAskedFor() {
    Budget none = Budget.of(Duration.ZERO);

    List<Either<AuthFailure, ServiceToken>> told =
        List.of(
            soon(Callers.calling(() -> tokens.get(KEY, Duration.ZERO, none)).answer()),
            soon(soon(Callers.calling(() -> tokens.getAsync(KEY, Duration.ZERO, none)).answer())));
    settle();

    assertThat(List.of(kinds(told), loader.count())).containsExactly(Set.of(TimedOut.class), 0);
  }

  @Test
  void aCancelledWaiterEndsNobodyElsesWait() {
    loader.follows(loader.holds());
    CompletionStage<Either<AuthFailure, ServiceToken>> leader = getAsync(KEY);
    Request request = soon(loader.request(1));
    CompletionStage<Either<AuthFailure, ServiceToken>> cancelled = getAsync(KEY);
    CompletionStage<Either<AuthFailure, ServiceToken>> patient = getAsync(KEY);

    leader.toCompletableFuture().cancel(true);
    cancelled.toCompletableFuture().cancel(true);
    ServiceToken token = loader.token(request, TEN_HOURS);
    request.grant(token);

    assertThat(List.of(soon(patient), get(KEY), loader.count()))
        .containsExactly(Either.right(token), Either.right(token), 1);
  }

  @Test
  void anInterruptedWaiterEndsNobodyElsesWait() {
    loader.follows(loader.holds());
    Caller<Told> leader =
        Callers.calling(
            () ->
                new Told(
                    tokens.get(KEY, Duration.ZERO, BUDGET),
                    Thread.currentThread().isInterrupted()));
    Request request = soon(loader.request(1));
    CompletionStage<Either<AuthFailure, ServiceToken>> patient = getAsync(KEY);

    leader.thread().interrupt();
    Told told = soon(leader.answer());
    ServiceToken token = loader.token(request, TEN_HOURS);
    request.grant(token);

    assertThat(List.of(told, soon(patient), loader.count()))
        .containsExactly(new Told(Either.left(new Interrupted()), true), Either.right(token), 1);
  }

  /** What an interrupted caller sees, its flag included. */
  record Told(Either<AuthFailure, ServiceToken> answer, boolean interrupted) {}

  @Test
  void aLoaderThatThrowsAnswersAllWhoWaitAndTheNextMayTry() {
    CompletableFuture<Void> entered = new CompletableFuture<>();
    CompletableFuture<Void> gate = new CompletableFuture<>();
    loader.follows(
        request -> {
          entered.complete(null);
          gate.join();
          throw new IllegalStateException("a bug of the loader's");
        });
    Caller<Either<AuthFailure, ServiceToken>> leader =
        Callers.calling(() -> tokens.get(KEY, Duration.ZERO, BUDGET));
    soon(entered);
    CompletionStage<Either<AuthFailure, ServiceToken>> other = getAsync(KEY);

    gate.complete(null);
    List<Either<AuthFailure, ServiceToken>> told = List.of(soon(leader.answer()), soon(other));
    loader.follows(loader.grants(TEN_HOURS));

    assertThat(new Aftermath(kinds(told), get(KEY).isRight()))
        .isEqualTo(new Aftermath(Set.of(Unforeseen.class), true));
  }

  @Test
  void aLoaderThatEndsExceptionallyAnswersAllWhoWaitAndTheNextMayTry() {
    loader.follows(loader.holds());
    Caller<Either<AuthFailure, ServiceToken>> leader =
        Callers.calling(() -> tokens.get(KEY, Duration.ZERO, BUDGET));
    Request request = soon(loader.request(1));
    CompletionStage<Either<AuthFailure, ServiceToken>> other = getAsync(KEY);

    executor.execute(
        () -> request.answer().completeExceptionally(new IllegalStateException("a bug")));
    List<Either<AuthFailure, ServiceToken>> told = List.of(soon(leader.answer()), soon(other));
    loader.follows(loader.grants(TEN_HOURS));

    assertThat(new Aftermath(kinds(told), get(KEY).isRight()))
        .isEqualTo(new Aftermath(Set.of(Unforeseen.class), true));
  }

  @Test
  void credentialsThatCannotBeToldWedgeNobody() {
    loader.presents(
        () -> {
          throw new IllegalStateException("the vault is sealed");
        });
    Either<AuthFailure, ServiceToken> told = get(KEY);
    loader.presents(() -> List.of(SeededApps.backend()));

    assertThat(new Aftermath(kinds(List.of(told)), get(KEY).isRight()))
        .isEqualTo(new Aftermath(Set.of(Unforeseen.class), true));
  }

  @Test
  void anExecutorThatRejectsWedgesNobody() {
    executor.rejects(true);
    Either<AuthFailure, ServiceToken> told = soon(getAsync(KEY));
    executor.rejects(false);

    assertThat(List.of(told.isRight(), get(KEY), loader.count())).containsExactly(true, told, 1);
  }

  @Test
  void aRequestThatNeverEndsIsGivenUpAndTheNextMayTry() {
    loader.follows(loader.holds());
    CompletionStage<Either<AuthFailure, ServiceToken>> waiter = getAsync(KEY);
    soon(loader.request(1));

    time.advance(Duration.ofMinutes(1));
    Either<AuthFailure, ServiceToken> told = soon(waiter);
    loader.follows(loader.grants(TEN_HOURS));
    time.advance(Duration.ofMinutes(1));

    assertThat(new Aftermath(kinds(List.of(told)), get(KEY).isRight()))
        .isEqualTo(new Aftermath(Set.of(TimedOut.class), true));
  }

  /** How those ended who waited, and whether the next caller got a token. */
  record Aftermath(Set<Class<?>> told, boolean nextIsServed) {}

  private static Set<Class<?>> kinds(List<Either<AuthFailure, ServiceToken>> answers) {
    return answers.stream()
        .map(answer -> answer.fold(AuthFailure::getClass, ServiceToken::getClass))
        .collect(Collectors.toSet());
  }
}
