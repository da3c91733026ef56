package dev.partnerauth.testkit.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.partnerauth.http.transport.AnswerTooLargeException;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** Transports that do one thing wrong, each a mistake that is easily made. */
final class BrokenTransports {

  private static final int HUGE = 100_000;

  private BrokenTransports() {}

  /** Does its wrong, and leaves the rest to a good one. */
  @FunctionalInterface
  interface Mistake {
    CompletionStage<HttpResponse> exchange(HttpTransport good, HttpRequest request);
  }

  static HttpTransport broken(HttpTransport good, Mistake mistake) {
    return new HttpTransport() {
      @Override
      public CompletionStage<HttpResponse> exchange(HttpRequest request) {
        return mistake.exchange(good, request);
      }

      @Override
      public void close() {
        good.close();
      }
    };
  }

  static CompletionStage<HttpResponse> dropHeaders(HttpTransport good, HttpRequest request) {
    return good.exchange(
        new HttpRequest(
            request.method(),
            request.uri(),
            Map.of(),
            request.body(),
            request.deadline(),
            request.largestAnswer()));
  }

  static CompletionStage<HttpResponse> followRedirects(HttpTransport good, HttpRequest request) {
    return good.exchange(request)
        .thenCompose(
            answer ->
                answer
                    .header("Location")
                    .map(location -> good.exchange(at(request.uri().resolve(location), request)))
                    .orElseGet(() -> CompletableFuture.completedStage(answer)));
  }

  private static HttpRequest at(URI uri, HttpRequest request) {
    return new HttpRequest(
        request.method(),
        uri,
        request.headers(),
        request.body(),
        request.deadline(),
        request.largestAnswer());
  }

  static CompletionStage<HttpResponse> ignoreDeadline(HttpTransport good, HttpRequest request) {
    return good.exchange(within(Duration.ofDays(1), request.largestAnswer(), request));
  }

  private static HttpRequest within(Duration deadline, int largestAnswer, HttpRequest request) {
    return new HttpRequest(
        request.method(),
        request.uri(),
        request.headers(),
        request.body(),
        deadline,
        largestAnswer);
  }

  static CompletionStage<HttpResponse> swallowFailures(HttpTransport good, HttpRequest request) {
    return good.exchange(request).exceptionally(failure -> empty());
  }

  private static HttpResponse empty() {
    return new HttpResponse(200, Map.of(), new byte[0]);
  }

  static CompletionStage<HttpResponse> mangleText(HttpTransport good, HttpRequest request) {
    return changed(good, request, body -> new String(body, US_ASCII).getBytes(US_ASCII));
  }

  static CompletionStage<HttpResponse> decompress(HttpTransport good, HttpRequest request) {
    return good.exchange(request)
        .thenCompose(
            answer ->
                answer.header("Content-Encoding").isEmpty()
                    ? CompletableFuture.completedStage(answer)
                    : CompletableFuture.completedStage(
                        new HttpResponse(answer.status(), Map.of(), decompressed(answer.body()))));
  }

  private static byte[] decompressed(byte[] body) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletionStage<HttpResponse> changed(
      HttpTransport good, HttpRequest request, UnaryOperator<byte[]> change) {
    return good.exchange(request)
        .thenApply(
            answer ->
                new HttpResponse(answer.status(), answer.headers(), change.apply(answer.body())));
  }

  static CompletionStage<HttpResponse> retry(HttpTransport good, HttpRequest request) {
    return good.exchange(request)
        .thenCompose(
            answer ->
                answer.status() >= 500
                    ? good.exchange(request)
                    : CompletableFuture.completedStage(answer))
        .exceptionallyCompose(failure -> good.exchange(request));
  }

  static CompletionStage<HttpResponse> cutOffSilently(HttpTransport good, HttpRequest request) {
    return good.exchange(within(request.deadline(), HUGE, request))
        .exceptionallyCompose(
            failure ->
                failure.getCause() instanceof AnswerTooLargeException
                    ? CompletableFuture.completedStage(empty())
                    : CompletableFuture.failedStage(failure));
  }

  static CompletionStage<HttpResponse> throwRatherThanFail(
      HttpTransport good, HttpRequest request) {
    try {
      return CompletableFuture.completedStage(good.exchange(request).toCompletableFuture().join());
    } catch (CompletionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
