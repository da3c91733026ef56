package dev.partnerauth.benchmarks.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ServiceToken;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Whole calls to a transport that answers at once: making the request, decoding and checking the
 * answer, and the token that comes of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnswerDecoding {

  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "date", List.of("Sat, 21 Nov 2026 12:00:00 GMT"),
          "content-type", List.of("application/json;charset=UTF-8"),
          "content-length", List.of("1500"),
          "x-request-id", List.of("6f2b6a2e-9d0d-4e5e-8d5d-2f6f3c1f7a11"),
          "connection", List.of("keep-alive"));
  private static final byte[] ACCESS_TOKEN = Answers.ACCESS_TOKEN.getBytes(UTF_8);
  private static final byte[] SERVICE_TOKEN = Answers.SERVICE_TOKEN.getBytes(UTF_8);

  private final HttpAuthenticationApi api =
      HttpAuthenticationApi.of(
          BaseAddress.sandbox(),
          AnswerDecoding::answer,
          CallSettings.standard(),
          AuthRuntime.system().runningOn(Runnable::run));
  private final AccessToken accessToken = accessToken().get();
  private final DatedServiceTokenRequest request = OurFlow.request();

  private static CompletionStage<HttpResponse> answer(HttpRequest request) {
    boolean service = request.uri().getPath().endsWith("/servicetoken");
    return CompletableFuture.completedFuture(
        new HttpResponse(200, HEADERS, service ? SERVICE_TOKEN : ACCESS_TOKEN));
  }

  @Benchmark
  public final Either<AuthFailure, AccessToken> accessToken() {
    return api.accessToken(Samples.BACKEND, OurFlow.BUDGET).toCompletableFuture().join();
  }

  /** The floor: Gson's tree of an access token's answer, and the token in it, unchecked. */
  @Benchmark
  public String byHand() {
    return Prepared.cut(new String(ACCESS_TOKEN, UTF_8), "access_token");
  }

  @Benchmark
  public Either<AuthFailure, ServiceToken> serviceToken() {
    return api.serviceToken(accessToken, request, OurFlow.BUDGET).toCompletableFuture().join();
  }
}
