package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Answers one request after the other as it was told, and from then on as it was told last. */
final class SeveralAnswers implements HttpTransport {

  private final List<Supplier<CompletionStage<HttpResponse>>> answers = new ArrayList<>();
  private final List<Duration> deadlines = new ArrayList<>();
  private final List<Integer> resendCounts = new ArrayList<>();

  SeveralAnswers then(int status) {
    return then(status, Map.of(), "");
  }

  SeveralAnswers then(int status, Map<String, List<String>> headers, String body) {
    answers.add(
        () ->
            CompletableFuture.completedFuture(
                new HttpResponse(status, headers, body.getBytes(UTF_8))));
    return this;
  }

  /** After something has happened. */
  SeveralAnswers thenAfter(Runnable event, int status) {
    answers.add(
        () -> {
          event.run();
          return CompletableFuture.completedFuture(new HttpResponse(status, Map.of(), new byte[0]));
        });
    return this;
  }

  SeveralAnswers thenAToken() {
    return then(200, Map.of(), PublishedAnswers.ACCESS_TOKEN_OF_THE_GUIDE);
  }

  SeveralAnswers then(IOException failure) {
    answers.add(() -> CompletableFuture.failedFuture(failure));
    return this;
  }

  @Override
  public CompletionStage<HttpResponse> exchange(HttpRequest request) {
    deadlines.add(request.deadline());
    resendCounts.add(request.resendCount());
    return answers.get(Math.min(deadlines.size(), answers.size()) - 1).get();
  }

  int requests() {
    return deadlines.size();
  }

  /** What each request was given. */
  List<Duration> deadlines() {
    return List.copyOf(deadlines);
  }

  /** What each request said of those before it. */
  List<Integer> resendCounts() {
    return List.copyOf(resendCounts);
  }
}
