package dev.partnerauth.http.bearer;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives one outcome after the other, the last one for ever, and knows what was rejected. */
final class ScriptedTokens {

  private final Queue<Either<AuthFailure, AccessToken>> outcomes = new ArrayDeque<>();
  private final List<String> rejected = new CopyOnWriteArrayList<>();

  static ScriptedTokens giving(String... texts) {
    ScriptedTokens tokens = new ScriptedTokens();
    List.of(texts).forEach(text -> tokens.outcomes.add(Either.right(token(text))));
    return tokens;
  }

  static ScriptedTokens failing(AuthFailure failure) {
    return new ScriptedTokens().then(failure);
  }

  ScriptedTokens then(AuthFailure failure) {
    outcomes.add(Either.left(failure));
    return this;
  }

  private static AccessToken token(String text) {
    TokenTimes times =
        TokenTimes.lasting(Duration.ofHours(10), Instant.parse("2025-07-01T12:00:00Z"));
    return AccessToken.of(text, times, List.of()).get();
  }

  BearerTokens general() {
    return of(new Scope.Application());
  }

  BearerTokens of(Scope scope) {
    return BearerTokens.from(
        "a scripted source", scope, this::next, token -> rejected.add(token.reveal()));
  }

  private synchronized CompletionStage<Either<AuthFailure, AccessToken>> next() {
    return CompletableFuture.completedFuture(
        outcomes.size() > 1 ? outcomes.remove() : outcomes.element());
  }

  List<String> rejected() {
    return List.copyOf(rejected);
  }
}
