package dev.partnerauth.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.CallerFailure.ClaimNotAllowed;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.ProtocolFailure.RejectedTokenReissued;
import dev.partnerauth.port.Standing;
import dev.partnerauth.port.TokenSource;
import dev.partnerauth.testkit.contract.ScriptedLoader.Request;
import dev.partnerauth.token.ServiceToken;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The platform answered 401 to a token: that one is gone for good, and no other. */
abstract class Rejections extends TokenCacheUnderTest {

  private static final Facts REFUSED =
      Facts.answered(Endpoint.SERVICE_TOKEN, 403).retryAfter(Duration.ofMinutes(10));
  private static final ForeignText NO_TEXT = ForeignText.of("", List.of());

  Rejections(TokenCacheContract contract) {
    super(contract);
  }

  @Test
  void aRejectedTokenIsReplaced() {
    ServiceToken rejected = granted(KEY);

    tokens.reject(KEY, rejected);

    assertThat(List.of(get(KEY).map(ServiceToken::reveal), loader.count()))
        .containsExactly(Either.right("service-token-2"), 2);
  }

  @Test
  void aRejectedTokenIsNotServedAgainEvenIfItsRenewalFails() {
    TokenSource<ServiceToken> pinned = tokens.pinned(KEY);
    ServiceToken rejected = granted(KEY);
    loader.follows(loader.refuses(UNAVAILABLE));

    tokens.reject(KEY, rejected);

    assertThat(
            new Gone(
                get(KEY),
                soon(getAsync(KEY)),
                soon(Callers.calling(() -> pinned.get(BUDGET)).answer()),
                tokens.standing(KEY).token().isPresent()))
        .isEqualTo(
            new Gone(
                Either.left(UNAVAILABLE),
                Either.left(UNAVAILABLE),
                Either.left(UNAVAILABLE),
                false));
  }

  record Gone(
      Either<AuthFailure, ServiceToken> blocking,
      Either<AuthFailure, ServiceToken> asynchronous,
      Either<AuthFailure, ServiceToken> pinned,
      boolean standing) {}

  @Test
  void aRejectionByPinHoldsForTheKey() {
    TokenSource<ServiceToken> pinned = tokens.pinned(KEY);
    ServiceToken rejected = granted(KEY);

    pinned.reject(rejected);
    Either<AuthFailure, ServiceToken> next = get(KEY);

    assertThat(List.of(next.contains(rejected), pinned.get(BUDGET).equals(next), loader.count()))
        .containsExactly(false, true, 2);
  }

  @Test
  void rejectingATokenThatHasBeenReplacedChangesNothing() {
    ServiceToken rejected = granted(KEY);
    tokens.reject(KEY, rejected);
    ServiceToken newer = granted(KEY);

    tokens.reject(KEY, rejected);

    assertThat(List.of(get(KEY), loader.count())).containsExactly(Either.right(newer), 2);
  }

  @Test
  void aHundredParallelRejectionsOfOneTokenCauseOneRequest() {
    ServiceToken rejected = granted(KEY);
    loader.follows(loader.holds());
    List<CompletionStage<Either<AuthFailure, ServiceToken>>> refreshed =
        soon(
            Callers.calling(
                100,
                () -> {
                  tokens.reject(KEY, rejected);
                  return tokens.getAsync(KEY, Duration.ZERO, BUDGET);
                }));
    Request request = soon(loader.request(2));
    ServiceToken newer = loader.token(request, TEN_HOURS);

    request.grant(newer);

    assertThat(List.of(Set.copyOf(soon(refreshed)), loader.count()))
        .containsExactly(Set.of(Either.right(newer)), 2);
  }

  @Test
  void aHundredRejectionsOfOneTokenCauseOneRequestEvenIfItIsRefused() {
    ServiceToken rejected = granted(KEY);
    loader.follows(loader.refuses(BAD_CREDENTIALS));

    for (int caller = 0; caller < 100; caller++) {
      tokens.reject(KEY, rejected);
      get(KEY);
    }

    assertThat(loader.count()).isEqualTo(2);
  }

  @Test
  void aRejectedTokenThatIsIssuedAgainIsNeitherServedNorAskedForInAHurry() {
    ServiceToken rejected = granted(KEY);
    loader.follows(request -> request.grant(rejected));
    tokens.reject(KEY, rejected);

    List<Boolean> served =
        List.of(
            get(KEY).contains(rejected), get(KEY).contains(rejected), read(KEY).contains(rejected));

    assertThat(List.of(served, loader.count())).containsExactly(List.of(false, false, false), 2);
  }

  @Test
  void untilTheNextAttemptCallersAreToldThatARejectedTokenWasIssuedAgain() {
    ServiceToken rejected = granted(KEY);
    loader.follows(request -> request.grant(rejected));
    tokens.reject(KEY, rejected);

    List<Either<AuthFailure, ServiceToken>> told = List.of(get(KEY), get(KEY));

    assertThat(told)
        .containsExactly(
            Either.left(new RejectedTokenReissued(Facts.local(Endpoint.SERVICE_TOKEN))),
            Either.left(new RejectedTokenReissued(Facts.local(Endpoint.SERVICE_TOKEN))));
  }

  @Test
  void aRejectionIsNoticedAtOnceByAKeyThatWasRefused() {
    assertThat(tokenAfterARejection(new ClaimNotAllowed(NO_TEXT, REFUSED)))
        .isEqualTo(Either.right("service-token-2"));
  }

  @Test
  void aRejectionIsNoticedAtOnceByAnAppThatWasRefused() {
    assertThat(tokenAfterARejection(new InvalidCredentials(REFUSED)))
        .isEqualTo(Either.right("service-token-2"));
  }

  /** The text of the token that the next caller gets, when the server would grant one again. */
  private Either<AuthFailure, String> tokenAfterARejection(AuthFailure refusal) {
    ServiceToken rejected = granted(KEY);
    loader.follows(loader.refuses(refusal));
    time.advance(part(TEN_HOURS, 0.9));
    read(KEY);
    loader.follows(loader.grants(TEN_HOURS));
    time.advance(Duration.ofMillis(250));

    tokens.reject(KEY, rejected);

    return get(KEY).map(ServiceToken::reveal);
  }

  @Test
  void aTokenThatIsRejectedWhileItIsRenewedIsNotServedMeanwhile() {
    ServiceToken rejected = granted(KEY);
    loader.follows(loader.holds());
    time.advance(part(TEN_HOURS, 0.9));
    read(KEY);
    Request renewal = soon(loader.request(2));

    tokens.reject(KEY, rejected);
    CompletionStage<Either<AuthFailure, ServiceToken>> waiter = getAsync(KEY);
    ServiceToken newer = loader.token(renewal, TEN_HOURS);
    renewal.grant(newer);

    assertThat(List.of(soon(waiter), loader.count())).containsExactly(Either.right(newer), 2);
  }

  @Test
  void aTokenThatIsRejectedWhileItsRenewalFailsIsNotBroughtBack() {
    ServiceToken rejected = granted(KEY);
    loader.follows(loader.holds());
    time.advance(part(TEN_HOURS, 0.9));
    read(KEY);
    Request renewal = soon(loader.request(2));

    tokens.reject(KEY, rejected);
    renewal.refuse(UNAVAILABLE);
    settle();

    assertThat(List.of(get(KEY), tokens.standing(KEY)))
        .containsExactly(
            Either.left(UNAVAILABLE),
            new Standing<>(java.util.Optional.empty(), tokens.standing(KEY).trouble()));
  }

  @Test
  void aRejectionIsForItsOwnKeyOnly() {
    ServiceToken rejected = granted(KEY);
    ServiceToken other = granted(ScriptedLoader.key(1));

    tokens.reject(KEY, rejected);

    assertThat(List.of(get(ScriptedLoader.key(1)), loader.count()))
        .containsExactly(Either.right(other), 2);
  }
}
