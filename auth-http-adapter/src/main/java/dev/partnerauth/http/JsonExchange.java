package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.ErrorResponse;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.ProtocolFailure.ProtocolViolation;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.http.async.Causes;
import dev.partnerauth.http.async.Deadlines;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.http.wire.AnswerReader;
import dev.partnerauth.http.wire.ErrorAnswer;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.Budget;
import dev.partnerauth.port.Time;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Sends a call, again where that may help, and sorts what comes back: a token, a refusal, an answer
 * that does not fit, or no answer.
 */
record JsonExchange(
    BaseAddress base,
    HttpTransport transport,
    int largestAnswer,
    Retries retries,
    AuthRuntime runtime,
    AnswerReader reader,
    Deadlines<HttpResponse> deadlines) {

  /** Codes and ids are short words; no JWT is, and each begins with the same three letters. */
  private static final Pattern LABEL = Pattern.compile("(?!eyJ)[A-Za-z0-9_.-]{1,64}");

  <T> CompletionStage<Either<AuthFailure, T>> ask(JsonCall<T> call, Budget budget) {
    CompletableFuture<Either<AuthFailure, T>> told = new CompletableFuture<>();
    Attempt first = Attempt.first(budget, time(), told);
    if (first.isTooLate(time())) {
      return CompletableFuture.completedFuture(
          Either.left(new TimedOut(Phase.WHOLE_CALL, Facts.local(call.endpoint()))));
    }
    retries.callBegins();
    send(call, first)
        .whenComplete(
            (outcome, failure) -> {
              if (failure == null) {
                told.complete(outcome);
              } else {
                told.completeExceptionally(failure);
              }
            });
    return told;
  }

  private Time time() {
    return runtime.time();
  }

  private <T> CompletionStage<Either<AuthFailure, T>> send(JsonCall<T> call, Attempt attempt) {
    Instant sentAt = time().now();
    Duration spentBefore = attempt.elapsed(time());
    return answer(request(call, attempt))
        .handleAsync(
            (response, failure) ->
                failure == null
                    ? outcome(call, response, sentAt, attempt)
                    : Either.<AuthFailure, T>left(noAnswer(call, failure, attempt)),
            runtime.executor())
        .thenCompose(
            outcome ->
                outcome.fold(
                    failure -> afterFailure(call, attempt, spentBefore, failure),
                    token -> CompletableFuture.completedFuture(outcome)));
  }

  private <T> CompletionStage<Either<AuthFailure, T>> afterFailure(
      JsonCall<T> call, Attempt attempt, Duration spentBefore, AuthFailure failure) {
    // A server that took its time for a refusal will take it again: without that time, what it
    // said is worth more than another request that ends in the deadline.
    Duration needed =
        failure.facts().status().isPresent()
            ? attempt.elapsed(time()).minus(spentBefore)
            : Duration.ZERO;
    return retries
        .pauseAfter(failure, attempt, attempt.remaining(time()).minus(needed))
        .map(pause -> sendAfter(pause, call, attempt.next(), failure))
        .orElseGet(() -> CompletableFuture.completedFuture(Either.left(failure)));
  }

  /**
   * A timer may be late: then what failed before is told, not a request that had no chance. Nor is
   * there one for a caller who has gone meanwhile.
   */
  private <T> CompletionStage<Either<AuthFailure, T>> sendAfter(
      Duration pause, JsonCall<T> call, Attempt attempt, AuthFailure failure) {
    CompletableFuture<Void> paused = new CompletableFuture<>();
    runtime.delays().after(pause, () -> paused.complete(null));
    return paused.thenCompose(
        now ->
            attempt.isInVain(time())
                ? CompletableFuture.completedFuture(Either.left(failure))
                : send(call, attempt));
  }

  /** Holds transports to the deadline, and to failing by their stage only, whoever wrote them. */
  private CompletableFuture<HttpResponse> answer(HttpRequest request) {
    try {
      CompletableFuture<HttpResponse> answer =
          transport.exchange(request).toCompletableFuture().copy();
      deadlines.hold(answer, request.deadline());
      return answer;
    } catch (RuntimeException bug) {
      return CompletableFuture.failedFuture(bug);
    }
  }

  private HttpRequest request(JsonCall<?> call, Attempt attempt) {
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json");
    byte[] body = call.body().toString().getBytes(UTF_8);
    return new HttpRequest(
            "POST",
            base.of(call.endpoint()),
            headers,
            body,
            attempt.remaining(time()),
            largestAnswer)
        .resent(attempt.number() - 1);
  }

  private <T> Either<AuthFailure, T> outcome(
      JsonCall<T> call, HttpResponse response, Instant sentAt, Attempt attempt) {
    AnswerBody body = new AnswerBody(response, largestAnswer, call::secretsInAnyForm);
    if (response.status() != 200) {
      return Either.left(refusal(call, response, attempt, body));
    }
    return body.json()
        .mapLeft(List::of)
        .flatMap(json -> call.translate().apply(json, sentAt))
        .mapLeft(violations -> violation(call, response, attempt, violations));
  }

  private AuthFailure violation(
      JsonCall<?> call, HttpResponse response, Attempt attempt, List<Violation> violations) {
    return new ProtocolViolation(violations, facts(call, response, attempt, Optional.empty()));
  }

  private AuthFailure refusal(
      JsonCall<?> call, HttpResponse response, Attempt attempt, AnswerBody body) {
    ErrorAnswer error = body.text().map(reader::readError).getOrElse(ErrorAnswer.UNREADABLE);
    String text = error.text().orElse("");
    return new ErrorResponse(
            facts(call, response, attempt, error.code()),
            call.exchange(),
            error.code().orElse(""),
            text,
            shown(call, text))
        .failure();
  }

  private Facts facts(
      JsonCall<?> call, HttpResponse response, Attempt attempt, Optional<String> errorCode) {
    return new Facts(
        Optional.of(call.endpoint()),
        Optional.of(response.status()),
        errorCode.map(code -> label(call, code)),
        response.header("Retry-After").flatMap(value -> RetryAfter.parse(value, time().now())),
        response.header("X-Request-Id").map(id -> label(call, id)),
        attempt.number(),
        attempt.elapsed(time()));
  }

  /** A code or an id: a message's redaction would take a long hexadecimal id for a token. */
  private static String label(JsonCall<?> call, String foreign) {
    boolean harmless =
        LABEL.matcher(foreign).matches()
            && call.secretsInAnyForm().stream().noneMatch(foreign::contains);
    return harmless ? foreign : shown(call, foreign).text();
  }

  private static ForeignText shown(JsonCall<?> call, String foreign) {
    return ForeignText.of(foreign, call.secretsInAnyForm());
  }

  private AuthFailure noAnswer(JsonCall<?> call, Throwable failure, Attempt attempt) {
    Throwable cause = Causes.of(failure);
    Facts facts =
        Facts.local(call.endpoint()).tries(attempt.number()).elapsed(attempt.elapsed(time()));
    if (cause instanceof TimeoutException) {
      return new TimedOut(Phase.WHOLE_CALL, facts);
    }
    if (cause instanceof IOException io) {
      return NetworkFailures.of(io, call.secretsInAnyForm(), facts);
    }
    throw new CompletionException(
        "the transport failed with something else than an IOException", cause);
  }
}
