package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.ForeignText;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.failure.ProtocolFailure.ProtocolViolation;
import dev.partnerauth.failure.TransientFailure.TimedOut;
import dev.partnerauth.http.wire.AnswerReader;
import dev.partnerauth.http.wire.ErrorAnswer;
import dev.partnerauth.port.Time;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Sends a call and sorts what comes back: a token, a refusal, an answer that does not fit, or no
 * answer.
 */
record JsonExchange(
    BaseAddress base, HttpTransport transport, Executor executor, Time time, AnswerReader reader) {

  /** Hundreds of times a published answer. */
  private static final int LARGEST_ANSWER = 64 * 1024;

  /** Codes and ids are short words; no JWT is, and each begins with the same three letters. */
  private static final Pattern LABEL = Pattern.compile("(?!eyJ)[A-Za-z0-9_.-]{1,64}");

  <T> CompletionStage<Either<AuthFailure, T>> ask(JsonCall<T> call, Duration deadline) {
    Instant sentAt = time.now();
    return answer(request(call, deadline))
        .handleAsync(
            (response, failure) ->
                failure == null
                    ? outcome(call, response, sentAt)
                    : Either.left(noAnswer(call, failure)),
            executor);
  }

  /** Holds transports to the deadline, and to failing by their stage only, whoever wrote them. */
  private CompletableFuture<HttpResponse> answer(HttpRequest request) {
    try {
      return transport
          .exchange(request)
          .toCompletableFuture()
          .copy()
          .orTimeout(request.deadline().toNanos(), TimeUnit.NANOSECONDS);
    } catch (RuntimeException bug) {
      return CompletableFuture.failedFuture(bug);
    }
  }

  private HttpRequest request(JsonCall<?> call, Duration deadline) {
    Map<String, String> headers = new HashMap<>(call.headers());
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json");
    byte[] body = call.body().toString().getBytes(UTF_8);
    return new HttpRequest(
        "POST", base.of(call.refusals().endpoint()), headers, body, deadline, LARGEST_ANSWER);
  }

  private <T> Either<AuthFailure, T> outcome(
      JsonCall<T> call, HttpResponse response, Instant sentAt) {
    String body = new String(response.body(), UTF_8);
    if (response.status() != 200) {
      return Either.left(refusal(call, response, reader.readError(body)));
    }
    Endpoint endpoint = call.refusals().endpoint();
    return call.translate()
        .apply(body, sentAt)
        .mapLeft(
            violations ->
                new ProtocolViolation(
                    endpoint, violations, facts(call, response, Optional.empty())));
  }

  private AuthFailure refusal(JsonCall<?> call, HttpResponse response, ErrorAnswer error) {
    ForeignText message = shown(call, error.text().orElse(""));
    return call.refusals()
        .classify(response.status(), error, message, facts(call, response, error.code()));
  }

  private Facts facts(JsonCall<?> call, HttpResponse response, Optional<String> errorCode) {
    return new Facts(
        Optional.of(response.status()),
        errorCode.map(code -> label(call, code)),
        response.header("Retry-After").flatMap(value -> RetryAfter.parse(value, time.now())),
        response.header("X-Request-Id").map(id -> label(call, id)),
        1);
  }

  /** A code or an id: a message's redaction would take a long hexadecimal id for a token. */
  private static String label(JsonCall<?> call, String foreign) {
    boolean harmless =
        LABEL.matcher(foreign).matches() && call.secrets().stream().noneMatch(foreign::contains);
    return harmless ? foreign : shown(call, foreign).text();
  }

  private static ForeignText shown(JsonCall<?> call, String foreign) {
    return ForeignText.of(foreign, call.secrets());
  }

  private static AuthFailure noAnswer(JsonCall<?> call, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof TimeoutException) {
      return new TimedOut(Phase.WHOLE_CALL, Facts.unanswered());
    }
    if (cause instanceof IOException io) {
      return NetworkFailures.of(io, call.refusals().endpoint(), call.secrets());
    }
    throw new CompletionException(
        "the transport failed with something else than an IOException", cause);
  }
}
