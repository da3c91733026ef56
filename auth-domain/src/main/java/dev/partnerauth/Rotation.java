package dev.partnerauth;

import dev.partnerauth.app.App;
import dev.partnerauth.event.AuthEvent.NextCredentialsTried;
import dev.partnerauth.failure.AdministratorFailure;
import dev.partnerauth.failure.AdministratorFailure.AppNotApproved;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Credentials;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Calls with the current credentials, and once more with the next when the first are refused. */
record Rotation<A extends App>(Credentials<A> credentials, AuthRuntime runtime) {

  <T> CompletionStage<Either<AuthFailure, T>> call(
      Function<A, CompletionStage<Either<AuthFailure, T>>> request) {
    List<A> current;
    try {
      current = credentials.current();
    } catch (RuntimeException bug) {
      return CompletableFuture.failedFuture(bug);
    }
    if (current.isEmpty()) {
      return CompletableFuture.completedFuture(
          Either.left(new AdministratorFailure.NoCredentials()));
    }
    CompletionStage<Either<AuthFailure, T>> first = request.apply(current.get(0));
    return current.size() == 1
        ? first
        : first.thenCompose(outcome -> next(outcome, current.get(1), request));
  }

  private <T> CompletionStage<Either<AuthFailure, T>> next(
      Either<AuthFailure, T> outcome,
      A next,
      Function<A, CompletionStage<Either<AuthFailure, T>>> request) {
    if (outcome.isLeft() && areRefused(outcome.getLeft())) {
      runtime.announce(new NextCredentialsTried(next.clientId()));
      return request.apply(next);
    }
    return CompletableFuture.completedFuture(outcome);
  }

  /** New credentials wait for their approval while the old ones still work. */
  private static boolean areRefused(AuthFailure failure) {
    return failure instanceof InvalidCredentials || failure instanceof AppNotApproved;
  }
}
