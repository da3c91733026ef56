package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.HttpRequestHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApacheTransportAnswersTest {

  /** A request as it arrived. */
  private record Arrived(
      String method, String path, Map<String, String> headers, JsonElement body) {

    static Arrived of(ClassicHttpRequest request) throws IOException, ProtocolException {
      Map<String, String> headers = new TreeMap<>();
      for (Header header : request.getHeaders()) {
        headers.merge(header.getName(), header.getValue(), (one, more) -> one + "; " + more);
      }
      String body = EntityUtils.toString(request.getEntity(), UTF_8);
      return new Arrived(
          request.getMethod(), request.getPath(), headers, JsonParser.parseString(body));
    }
  }

  private final HttpTransport transport = ApacheAsyncTransport.standard();
  private AutoCloseable server = () -> {};

  @AfterEach
  void closeAll() throws Exception {
    transport.close();
    server.close();
  }

  @Test
  void aRequestArrivesAsItWasWrittenAndWithNothingSecretAdded() {
    CompletableFuture<Arrived> arrived = new CompletableFuture<>();
    BaseAddress address =
        serve(
            (request, response, context) -> {
              arrived.complete(Arrived.of(request));
              response.setCode(204);
            });

    Calls.outcome(
        api(address)
            .serviceToken(Samples.anAccessToken(), Samples.aBinderPartyRequest(), Samples.BUDGET));

    String body =
        "{\"purpose\":\"api.rocketlawyer.com/binder-party-access\",\"expirationTime\":1753696695,"
            + "\"upid\":\"d25eb612-17c2-4e58-9700-28bfa25e0df0\"}";
    assertThat(Calls.outcome(arrived))
        .isEqualTo(
            new Arrived(
                "POST",
                "/auth/servicetoken",
                Map.of(
                    "Accept", "application/json",
                    "Authorization", "Bearer general-access-token",
                    "Connection", "keep-alive",
                    "Content-Length", String.valueOf(body.length()),
                    "Content-Type", "application/json",
                    "Host", address.uri().getAuthority(),
                    "User-Agent", "partner-auth-java"),
                JsonParser.parseString(body)));
  }

  @Test
  void anAnswerComesBackWithStatusHeadersAndEveryByteOfItsBody() {
    byte[] body = "{\"name\": \"Zoë 😀\"}".getBytes(UTF_8);
    BaseAddress address =
        serve(
            (request, response, context) -> {
              response.setCode(418);
              response.addHeader("X-Several", "one");
              response.addHeader("x-several", "two");
              response.addHeader("X-Empty", "");
              response.setEntity(new ByteArrayEntity(body, null));
            });

    HttpResponse response = Calls.outcome(transport.exchange(aRequest(address)));

    assertThat(
            List.of(
                response.status(),
                response.headers().getOrDefault("x-several", List.of()),
                response.header("X-EMPTY"),
                new String(response.body(), UTF_8)))
        .isEqualTo(List.of(418, List.of("one", "two"), Optional.of(""), "{\"name\": \"Zoë 😀\"}"));
  }

  @Test
  void anAnswerWithoutABodyIsAnAnswer() {
    BaseAddress address = serve((request, response, context) -> response.setCode(204));

    HttpResponse response = Calls.outcome(transport.exchange(aRequest(address)));

    assertThat(response).hasToString("HttpResponse[204, 0 bytes]");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsAnsweredAsItCameAndNotFollowed(int status) {
    var paths = new ConcurrentLinkedQueue<String>();
    BaseAddress address =
        serve(
            (request, response, context) -> {
              paths.add(request.getPath());
              response.setCode(status);
              response.addHeader("Location", "/elsewhere");
            });

    HttpResponse response = Calls.outcome(transport.exchange(aRequest(address)));

    assertThat(List.of(response.status(), List.copyOf(paths)))
        .isEqualTo(List.of(status, List.of("/auth/accesstoken")));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 407, 429, 503})
  void nothingIsRetriedAndNobodysCredentialsAreOffered(int status) {
    var requests = new ConcurrentLinkedQueue<Arrived>();
    BaseAddress address =
        serve(
            (request, response, context) -> {
              requests.add(Arrived.of(request));
              response.setCode(status);
              response.addHeader("WWW-Authenticate", "Basic realm=\"x\"");
              response.addHeader("Proxy-Authenticate", "Basic realm=\"x\"");
              response.addHeader("Retry-After", "0");
            });

    Calls.outcome(transport.exchange(aRequest(address)));

    assertThat(requests).hasSize(1);
  }

  @Test
  void noCookieIsKept() {
    var cookies = new ConcurrentLinkedQueue<Boolean>();
    BaseAddress address =
        serve(
            (request, response, context) -> {
              cookies.add(request.containsHeader("Cookie"));
              response.addHeader("Set-Cookie", "session=1; Path=/");
            });

    Calls.outcome(transport.exchange(aRequest(address)));
    Calls.outcome(transport.exchange(aRequest(address)));

    assertThat(cookies).containsExactly(false, false);
  }

  @Test
  void requestsAreUnderWayAtTheSameTime() {
    int several = 5;
    CountDownLatch allThere = new CountDownLatch(several);
    BaseAddress address =
        serve(
            (request, response, context) -> {
              allThere.countDown();
              response.setCode(await(allThere) ? 200 : 500);
            });

    var responses =
        IntStream.range(0, several)
            .mapToObj(index -> transport.exchange(aRequest(address)))
            .toList();

    assertThat(responses.stream().map(response -> Calls.outcome(response).status()))
        .hasSize(several)
        .containsOnly(200);
  }

  @Test
  void moreRequestsThanConnectionsAreAllAnsweredWithTheirOwnAnswers() {
    BaseAddress address =
        serve(
            (request, response, context) ->
                response.setEntity(
                    new ByteArrayEntity(EntityUtils.toByteArray(request.getEntity()), null)));

    var requests = IntStream.range(0, 100).mapToObj(String::valueOf).toList();
    var answers =
        requests.stream().map(text -> transport.exchange(aRequest(address, text))).toList().stream()
            .map(answer -> new String(Calls.outcome(answer).body(), UTF_8))
            .toList();

    assertThat(answers).isEqualTo(requests);
  }

  @Test
  void connectionsAreUsedAgain() {
    RawServer raw = new RawServer();
    server = raw;

    IntStream.range(0, 50)
        .forEach(index -> Calls.outcome(transport.exchange(aRequest(raw.address()))));

    assertThat(raw.connections()).isLessThan(10);
  }

  @Test
  void anAnswerAsLargeAsAcceptedIsTaken() {
    byte[] body = new byte[1_000];
    BaseAddress address =
        serve((request, response, context) -> response.setEntity(new ByteArrayEntity(body, null)));

    HttpResponse response = Calls.outcome(transport.exchange(aRequest(address)));

    assertThat(response).hasToString("HttpResponse[200, 1000 bytes]");
  }

  private BaseAddress serve(HttpRequestHandler handler) {
    AnsweringServer answering = new AnsweringServer(handler);
    server = answering;
    return answering.address();
  }

  private HttpAuthenticationApi api(BaseAddress address) {
    return HttpAuthenticationApi.of(
        address, transport, CallSettings.standard(), Calls.runtime(Runnable::run, Calls.STOPPED));
  }

  private static HttpRequest aRequest(BaseAddress address) {
    return aRequest(address, "{}");
  }

  private static HttpRequest aRequest(BaseAddress address, String body) {
    return new HttpRequest(
        "POST",
        address.of(Endpoint.ACCESS_TOKEN),
        Map.of("Accept", "application/json"),
        body.getBytes(UTF_8),
        Samples.DEADLINE,
        1_000);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
