package dev.partnerauth.testkit.fidelity;

import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.testkit.fidelity.Finding.Undecided;
import io.vavr.control.Either;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Sends what it is given, once, as it is. */
final class Wire {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final BaseAddress base;

  Wire(BaseAddress base) {
    this.base = base;
  }

  /** An answer that says nothing about the request, such as that there were too many, is none. */
  Either<Finding, Answer> send(Request request) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(URI.create(base.uri() + request.target()))
            .timeout(PATIENCE)
            .method(request.method(), BodyPublishers.ofString(request.body()));
    request.headers().forEach(http::header);
    try {
      // The request's own timeout ends with the answer's head.
      HttpResponse<String> response =
          client
              .sendAsync(http.build(), BodyHandlers.ofString())
              .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
              .get();
      return decided(
          Answer.of(
              response.statusCode(), response.body(), date(response.headers()), request.secrets()));
    } catch (ExecutionException e) {
      return Either.left(
          new Undecided(
              "no answer, " + Objects.requireNonNull(e.getCause()).getClass().getSimpleName()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Either.left(new Undecided("interrupted"));
    }
  }

  private static Either<Finding, Answer> decided(Answer answer) {
    boolean tooMany =
        answer.status() == 429
            || answer.code().filter(code -> code.startsWith("policies.ratelimit.")).isPresent();
    return tooMany || answer.status() >= 500
        ? Either.left(new Undecided("the answer was " + answer.told()))
        : Either.right(answer);
  }

  private static Optional<Instant> date(HttpHeaders headers) {
    return headers.firstValue("Date").flatMap(Wire::date);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
