package dev.partnerauth.http.bearer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.failure.ErrorResponse;
import dev.partnerauth.http.bearer.Passage.Refused;
import dev.partnerauth.http.bearer.Passage.Unchanged;
import dev.partnerauth.http.bearer.Passage.WithToken;
import dev.partnerauth.http.wire.AnswerReader;
import dev.partnerauth.port.Time;
import dev.partnerauth.scope.Access;
import dev.partnerauth.scope.Route;
import dev.partnerauth.scope.ScopeRules;
import dev.partnerauth.scope.Verdict;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Which call gets a token, and what a 401 means: the decisions that all clients share. Thread-safe.
 */
record BearerPolicy(
    BearerTokens tokens,
    PlatformHosts hosts,
    RejectionPace pace,
    ScopeRules rules,
    AnswerReader reader) {

  /** Hundreds of times a published refusal. */
  static final int LARGEST_REFUSAL = 64 * 1024;

  static final int UNAUTHORIZED = 401;

  static BearerPolicy of(BearerTokens tokens, PlatformHosts hosts, Time time) {
    return new BearerPolicy(
        tokens, hosts, new RejectionPace(time), ScopeRules.standard(), new AnswerReader());
  }

  Passage judge(Call call) {
    boolean named = hosts.name(call.target());
    if (hosts.wouldBeExposedAt(call.target()) || (named && call.readByAProxy())) {
      return new Refused(new PlainHttpException(call.target()));
    }
    return !named || call.authorized()
        ? new Unchanged()
        : Route.of(call.method(), call.path()).map(this::judge).orElseGet(WithToken::new);
  }

  private Passage judge(Route route) {
    if (route.operation().access() == Access.NO_TOKEN) {
      return new Unchanged();
    }
    Verdict verdict = rules.check(tokens.scope(), route.operation(), route.resource());
    return verdict instanceof Verdict.Refused refused
        ? new Refused(new OutOfScopeException(tokens, refused.violation()))
        : new WithToken();
  }

  CompletionStage<Either<BearerCallException, CarriedToken>> token() {
    return tokens
        .current()
        .thenApply(
            outcome -> outcome.mapLeft(failure -> new NoBearerTokenException(tokens, failure)));
  }

  /**
   * The token with which a call that was answered 401 is to be sent once more, or none: then the
   * answer is the caller's. A token that the gateway refuses is rejected in either case, unless the
   * one before it was just rejected as well.
   *
   * @param answer the whole body, or more of it than a refusal has
   * @param repeatable whether the request's body can be sent again
   */
  CompletionStage<Optional<CarriedToken>> replacement(
      CarriedToken refused, byte[] answer, boolean repeatable) {
    boolean refusal =
        answer.length <= LARGEST_REFUSAL
            && reader
                .readError(new String(answer, UTF_8))
                .gatewayCode()
                .filter(ErrorResponse::refusesTheBearer)
                .isPresent();
    if (!refusal || !pace.allows(refused.token())) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    refused.reject();
    return repeatable
        ? tokens
            .current()
            .thenApply(outcome -> outcome.toJavaOptional().filter(refused::isAnotherThan))
        : CompletableFuture.completedFuture(Optional.empty());
  }
}
