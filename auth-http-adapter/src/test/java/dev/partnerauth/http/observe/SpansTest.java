package dev.partnerauth.http.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceTokenRequest;
import dev.partnerauth.token.Token;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SpansTest {

  private static final URI ENDPOINT = URI.create("https://api.example.com/v1/accesstoken");
  private static final String COMMON =
      "http.request.method=POST, %sserver.address=api.example.com, server.port=443,"
          + " url.full=https://api.example.com/v1/accesstoken, url.template=/v1/accesstoken}";

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();

  @Test
  void anAnswerIsASpanByTheConventionsForClients() {
    exchange(request -> answer(200, ""), to(ENDPOINT));

    assertThat(told())
        .containsExactly(
            "POST /v1/accesstoken CLIENT UNSET {"
                + COMMON.formatted("http.response.status_code=200, "));
  }

  @Test
  void aRefusalIsAnError() {
    exchange(request -> answer(401, ""), to(ENDPOINT));

    assertThat(told())
        .containsExactly(
            "POST /v1/accesstoken CLIENT ERROR {error.type=401, "
                + COMMON.formatted("http.response.status_code=401, "));
  }

  @Test
  void aRequestWithoutAnAnswerIsAnErrorThatQuotesNothing() {
    IOException failure = new ConnectException("Bearer hush");

    exchange(request -> CompletableFuture.failedFuture(failure), to(ENDPOINT));

    assertThat(told())
        .containsExactly(
            "POST /v1/accesstoken CLIENT ERROR {error.type=java.net.ConnectException, "
                + COMMON.formatted(""));
  }

  @Test
  void aTransportThatThrowsFailsItsStageAndEndsItsSpan() {
    exchange(
        request -> {
          throw new IllegalStateException("bug");
        },
        to(ENDPOINT));

    assertThat(told())
        .containsExactly(
            "POST /v1/accesstoken CLIENT ERROR {error.type=java.lang.IllegalStateException, "
                + COMMON.formatted(""));
  }

  @Test
  void aRequestThatIsSentAgainTellsTheHowManiethItIs() {
    exchange(request -> answer(200, ""), to(ENDPOINT).resent(2));

    assertThat(told())
        .containsExactly(
            "POST /v1/accesstoken CLIENT UNSET {"
                + COMMON
                    .replace("POST, ", "POST, http.request.resend_count=2, ")
                    .formatted("http.response.status_code=200, "));
  }

  @Test
  void anAddressIsToldWithoutUserInfoAndQuery() {
    URI odd = URI.create("http://user:hush@localhost:8080/accesstoken?secret=hush");

    exchange(request -> answer(200, ""), to(odd));

    assertThat(told())
        .containsExactly(
            "POST /accesstoken CLIENT UNSET {http.request.method=POST,"
                + " http.response.status_code=200, server.address=localhost, server.port=8080,"
                + " url.full=http://localhost:8080/accesstoken, url.template=/accesstoken}");
  }

  @Test
  void nothingIsAddedToWhatIsSent() {
    List<HttpRequest> sent = new ArrayList<>();
    HttpRequest request = to(ENDPOINT);

    exchange(
        received -> {
          sent.add(received);
          return answer(200, "");
        },
        request);

    assertThat(sent).containsExactly(request);
  }

  @Test
  void theSpanIsCurrentWhileTheOtherTransportBegins() {
    List<String> current = new ArrayList<>();

    exchange(
        request -> {
          current.add(Span.current().getSpanContext().getSpanId());
          return answer(200, "");
        },
        to(ENDPOINT));

    assertThat(current).containsExactly(spans.getFinishedSpanItems().get(0).getSpanId());
  }

  @Test
  void allRequestsOfACallHaveTheCallersSpanForTheirParent() throws IOException {
    Deque<String> answers =
        new ArrayDeque<>(
            List.of(
                "{\"access_token\":\"access-1\",\"token_type\":\"BearerToken\","
                    + "\"expires_in\":\"35999\",\"issued_at\":\"1723146278357\","
                    + "\"client_id\":\"key\",\"api_product_list\":[]}",
                "",
                "{\"purpose\":\"api.rocketlawyer.com/binder-party-access\","
                    + "\"expirationTime\":\"1753696695\",\"token\":\"service-1\"}"));
    Span caller = telemetry.getTracer("caller").spanBuilder("caller").startSpan();
    ExecutorService network = Executors.newSingleThreadExecutor();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (Scope current = caller.makeCurrent()) {
      AuthRuntime runtime =
          TracingTransport.keepingContext(
              AuthRuntime.system()
                  .runningOn(pool)
                  .delayedBy(
                      (wait, task) -> {
                        network.execute(task);
                        return () -> {};
                      }));
      HttpTransport transport =
          request ->
              CompletableFuture.supplyAsync(
                  () -> {
                    String body = answers.remove();
                    return response(body.isEmpty() ? 503 : 200, body);
                  },
                  network);

      var token = auth(transport, runtime).serviceToken(aRequest());

      assertThat(token.map(Token::reveal)).isEqualTo(Either.right("service-1"));
      assertThat(current).isNotNull();
    } finally {
      network.shutdown();
      pool.shutdown();
    }
    assertThat(spans.getFinishedSpanItems())
        .hasSize(3)
        .extracting(SpanData::getParentSpanId)
        .containsOnly(caller.getSpanContext().getSpanId());
  }

  @Test
  void closingItClosesTheOtherAndLoggersAreTheOthers() {
    List<String> closed = new ArrayList<>();
    HttpTransport other =
        new HttpTransport() {
          @Override
          public CompletionStage<HttpResponse> exchange(HttpRequest request) {
            return answer(200, "");
          }

          @Override
          public List<String> loggersThatPrintSecrets() {
            return List.of("wire");
          }

          @Override
          public void close() {
            closed.add("closed");
          }
        };
    TracingTransport traced = TracingTransport.of(other, telemetry);

    traced.close();

    assertThat(List.of(closed, traced.loggersThatPrintSecrets()))
        .isEqualTo(List.of(List.of("closed"), List.of("wire")));
  }

  private PartnerAuth auth(HttpTransport transport, AuthRuntime runtime) {
    BackendApp app = BackendApp.of("backend-key", "backend-secret").get();
    HttpAuthenticationApi api =
        HttpAuthenticationApi.of(
            BaseAddress.sandbox(),
            TracingTransport.of(transport, telemetry),
            CallSettings.standard(),
            runtime);
    return PartnerAuth.of(api, app, TokenCache.none(), runtime);
  }

  private static ServiceTokenRequest aRequest() {
    return ServiceTokenRequest.forBinderParty(new Upid("party-1"), Lifetime.oneYear());
  }

  private void exchange(HttpTransport transport, HttpRequest request) {
    CompletableFuture<Boolean> ended =
        TracingTransport.of(transport, telemetry)
            .exchange(request)
            .handle((response, failure) -> true)
            .toCompletableFuture();
    assertThat(ended).isCompleted();
  }

  private static HttpRequest to(URI uri) {
    return new HttpRequest("POST", uri, Map.of(), new byte[0], Duration.ofSeconds(1), 1000);
  }

  private static CompletionStage<HttpResponse> answer(int status, String body) {
    return CompletableFuture.completedFuture(response(status, body));
  }

  private static HttpResponse response(int status, String body) {
    return new HttpResponse(status, Map.of(), body.getBytes(UTF_8));
  }

  /** Each finished span: name, kind, status and attributes; it holds no exception's message. */
  private List<String> told() {
    return spans.getFinishedSpanItems().stream()
        .map(
            span -> {
              Map<String, Object> attributes = new TreeMap<>();
              span.getAttributes()
                  .asMap()
                  .forEach((key, value) -> attributes.put(name(key), value));
              return "%s %s %s%s %s"
                  .formatted(
                      span.getName(),
                      span.getKind(),
                      span.getStatus().getStatusCode(),
                      span.getStatus().getDescription() + eventsOf(span),
                      attributes);
            })
        .toList();
  }

  private static String name(AttributeKey<?> key) {
    return key.getKey();
  }

  private static String eventsOf(SpanData span) {
    return span.getEvents().isEmpty() ? "" : span.getEvents().toString();
  }
}
