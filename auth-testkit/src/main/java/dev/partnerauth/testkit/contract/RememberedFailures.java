package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.ClientId;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.ProtocolFailure.Unforeseen;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.port.Budget.Tries;
import dev.partnerauth.port.Tokens;
import dev.partnerauth.testkit.contract.ScriptedLoader.Request;
import dev.partnerauth.testkit.settings.SeededApps;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenKey.ForServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What failed once is remembered: as far as it reaches, and until the next attempt is due. */
abstract class RememberedFailures extends TokenCacheUnderTest {

  private static final Duration SHORTEST_COOLDOWN = Duration.ofMillis(250);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final ClientId ANOTHER_APP = new ClientId("another-app");
  private static final ForServiceToken OTHER = ScriptedLoader.key(1);
  private static final ForServiceToken THIRD = ScriptedLoader.key(2);
  private static final ForServiceToken ANOTHER_APPS = ScriptedLoader.key(ANOTHER_APP, 0);

  RememberedFailures(TokenCacheContract contract) {
    super(contract);
  }

  @Test
  void aFailureIsAnsweredFromMemoryForAQuarterOfASecond() {
    loader.follows(loader.refuses(UNAVAILABLE));
    get(KEY);

    time.advance(SHORTEST_COOLDOWN.minus(MOMENT));
    Either<AuthFailure, ServiceToken> remembered = get(KEY);
    int before = loader.count();
    time.advance(MOMENT);
    get(KEY);

    assertThat(List.of(remembered, before, loader.count()))
        .containsExactly(Either.left(UNAVAILABLE), 1, 2);
  }

  @Test
  void onceTheNextAttemptIsDueOneCallerIsLetThroughAndSendsOneRequest() {
    loader.follows(loader.refuses(UNAVAILABLE));
    get(KEY);
    loader.follows(loader.holds());
    time.advance(SHORTEST_COOLDOWN);

    CompletionStage<Either<AuthFailure, ServiceToken>> let = getAsync(OTHER);
    Request probe = soon(loader.request(2));
    Set<Either<AuthFailure, ServiceToken>> others =
        IntStream.range(2, 50)
            .mapToObj(number -> get(ScriptedLoader.key(number)))
            .collect(Collectors.toSet());
    ServiceToken token = loader.token(probe, TEN_HOURS);
    probe.grant(token);

    assertThat(new Probing(soon(let), probe.budget().tries(), others, loader.count()))
        .isEqualTo(
            new Probing(Either.right(token), Tries.ONE, Set.of(Either.left(UNAVAILABLE)), 2));
  }

  record Probing(
      Either<AuthFailure, ServiceToken> probe,
      Tries tries,
      Set<Either<AuthFailure, ServiceToken>> others,
      int requests) {}

  @Test
  void aRetryAfterHoldsUpEveryKeyForAsLongAsTheServerAskedFor() {
    Duration wanted = Duration.ofMinutes(5);
    AuthFailure limited = limitedFor(wanted);
    loader.follows(loader.refuses(limited));
    get(KEY);
    loader.follows(loader.grants(TEN_HOURS));

    time.advance(wanted.minus(MOMENT));
    Either<AuthFailure, ServiceToken> before = get(OTHER);
    time.advance(MOMENT);

    assertThat(List.of(before, get(OTHER).isRight(), loader.count()))
        .containsExactly(Either.left(limited), true, 2);
  }

  @Test
  void aRetryAfterOfMoreThanADayIsTakenForADay() {
    loader.follows(loader.refuses(limitedFor(Duration.ofDays(400))));
    get(KEY);
    loader.follows(loader.grants(TEN_HOURS));

    time.advance(Duration.ofDays(1).minus(MOMENT));
    boolean before = get(OTHER).isRight();
    time.advance(MOMENT);

    assertThat(List.of(before, get(OTHER).isRight())).containsExactly(false, true);
  }

  private static AuthFailure limitedFor(Duration duration) {
    return new RateLimited(Facts.answered(Endpoint.SERVICE_TOKEN, 429).retryAfter(duration));
  }

  @Test
  void anOutageHoldsUpOtherAppsAtTheSameEndpoint() {
    Neighbour neighbour = neighbour(Endpoint.SERVICE_TOKEN);
    loader.follows(loader.refuses(UNAVAILABLE));
    get(KEY);

    Either<AuthFailure, ServiceToken> theirs = neighbour.get();

    assertThat(List.of(theirs, neighbour.loader().count()))
        .containsExactly(Either.left(UNAVAILABLE), 0);
  }

  @Test
  void anOutageOfOneEndpointHoldsUpNobodyAtAnother() {
    Neighbour neighbour = neighbour(Endpoint.ACCESS_TOKEN);
    loader.follows(loader.refuses(UNAVAILABLE));
    get(KEY);

    Either<AuthFailure, ServiceToken> theirs = neighbour.get();

    assertThat(List.of(theirs.isRight(), neighbour.loader().count())).containsExactly(true, 1);
  }

  @Test
  void refusedCredentialsHoldUpNoOtherApp() {
    Neighbour neighbour = neighbour(Endpoint.SERVICE_TOKEN);
    loader.follows(loader.refuses(BAD_CREDENTIALS));
    get(KEY);

    Either<AuthFailure, ServiceToken> theirs = neighbour.get();

    assertThat(List.of(theirs.isRight(), neighbour.loader().count())).containsExactly(true, 1);
  }

  private Neighbour neighbour(Endpoint endpoint) {
    return new Neighbour(loader.ofAnotherApp(ANOTHER_APP, endpoint));
  }

  /** Another app, whose tokens the same cache keeps. */
  private final class Neighbour {

    private final ScriptedLoader theirs;
    private final Tokens<ForServiceToken, ServiceToken> kept;

    Neighbour(ScriptedLoader theirs) {
      this.theirs = theirs;
      this.kept = tokensOf(theirs);
    }

    ScriptedLoader loader() {
      return theirs;
    }

    Either<AuthFailure, ServiceToken> get() {
      return soon(Callers.calling(() -> kept.get(ANOTHER_APPS, Duration.ZERO, BUDGET)).answer());
    }
  }

  @Test
  void aKeyThatFailsWhileOthersSucceedHoldsUpItselfOnly() {
    loader.follows(
        request -> {
          if (request.key().equals(KEY)) {
            request.refuse(UNAVAILABLE);
          } else {
            request.grant(loader.token(request, TEN_HOURS));
          }
        });
    get(KEY);
    time.advance(SHORTEST_COOLDOWN);
    boolean probe = get(OTHER).isRight();

    Either<AuthFailure, ServiceToken> failsAgain = get(KEY);
    boolean another = get(THIRD).isRight();
    Either<AuthFailure, ServiceToken> remembered = get(KEY);

    assertThat(List.of(probe, failsAgain, another, remembered, loader.count()))
        .containsExactly(true, Either.left(UNAVAILABLE), true, Either.left(UNAVAILABLE), 4);
  }

  @Test
  void whatTeachesNothingHoldsUpNobody() {
    AuthFailure queued = new TimedOut(Phase.QUEUED, Facts.local(Endpoint.SERVICE_TOKEN));
    loader.follows(loader.refuses(queued));

    List<Either<AuthFailure, ServiceToken>> answers = List.of(get(KEY), get(KEY), get(OTHER));

    assertThat(List.of(Set.copyOf(answers), loader.count()))
        .containsExactly(Set.of(Either.left(queued)), 3);
  }

  @Test
  void theSecondErrorOfAProgramInARowHoldsUpItsKeyAndNoOther() {
    loader.follows(
        request -> {
          throw new IllegalStateException("a bug of the loader's");
        });

    List<Either<AuthFailure, ServiceToken>> answers = List.of(get(KEY), get(KEY), get(KEY));
    int requests = loader.count();
    loader.follows(loader.grants(TEN_HOURS));

    assertThat(List.of(Set.copyOf(answers), requests, get(OTHER).isRight()))
        .containsExactly(
            Set.of(
                Either.left(
                    new Unforeseen(
                        ForeignText.of("IllegalStateException", List.of()),
                        Facts.local(Endpoint.SERVICE_TOKEN)))),
            2,
            true);
  }

  @Test
  void aLivingTokensRenewalGoesOnWithinAQuarterOfASecondOfNewCredentials() {
    ServiceToken old = granted(KEY);
    loader.follows(loader.refuses(refusedFor(Duration.ofMinutes(10))));
    time.advance(part(TEN_HOURS, 0.9));
    read(KEY);
    read(KEY);
    loader.follows(loader.grants(TEN_HOURS));
    loader.presents(
        () -> List.of(BackendApp.of(SeededApps.backend().clientId().value(), "new-secret").get()));

    time.advance(SHORTEST_COOLDOWN);
    Either<AuthFailure, ServiceToken> atOnce = read(KEY);

    assertThat(List.of(atOnce, get(KEY).isRight(), get(KEY).contains(old)))
        .containsExactly(Either.right(old), true, false);
  }

  private static AuthFailure refusedFor(Duration duration) {
    return new InvalidCredentials(Facts.answered(Endpoint.SERVICE_TOKEN, 401).retryAfter(duration));
  }

  @Test
  void aFailedRenewalLeavesTheServerAloneForHalfASecondAtLeast() {
    Duration half = Duration.ofMillis(500);
    granted(KEY);
    loader.follows(loader.refuses(UNAVAILABLE));
    time.advance(part(TEN_HOURS, 0.9));
    read(KEY);

    time.advance(half.minus(MOMENT));
    read(KEY);
    int before = loader.count();
    time.advance(MOMENT);
    read(KEY);

    assertThat(List.of(before, loader.count())).containsExactly(2, 3);
  }
}
