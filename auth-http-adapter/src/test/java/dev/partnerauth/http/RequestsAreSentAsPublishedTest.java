package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsAreSentAsPublishedTest {

  private static final Map<String, String> JSON_HEADERS =
      Map.of("Content-Type", "application/json", "Accept", "application/json");

  /** A request as a value that can be compared whole. */
  private record Sent(
      String method,
      URI uri,
      Map<String, String> headers,
      JsonElement body,
      Duration deadline,
      int largestAnswer) {

    static Sent by(ScriptedTransport transport) {
      HttpRequest request = transport.onlyRequest();
      return new Sent(
          request.method(),
          request.uri(),
          request.headers(),
          JsonParser.parseString(new String(request.body(), UTF_8)),
          request.deadline(),
          request.largestAnswer());
    }

    static Sent expected(String uri, Map<String, String> headers, String body) {
      return new Sent(
          "POST",
          URI.create(uri),
          headers,
          JsonParser.parseString(body),
          Samples.DEADLINE,
          64 * 1024);
    }
  }

  @Test
  void anAccessTokenIsAskedForWithTheBackendAppsCredentials() {
    ScriptedTransport transport = ScriptedTransport.answering(200, "{}");

    Calls.accessToken(transport);

    assertThat(Sent.by(transport))
        .isEqualTo(
            Sent.expected(
                "https://api-sandbox.rocketlawyer.com/partners/v1/auth/accesstoken",
                JSON_HEADERS,
                """
                {
                  "grant_type": "client_credentials",
                  "client_id": "ZEAURAIq2q7ngQMBxRdvGFOQmy7q57xWxVW2nVP4EGzLy68H",
                  "client_secret": "backend-App-secret"
                }
                """));
  }

  @Test
  void aScopedAccessTokenIsAskedForWithTheServiceTokenAsCode() {
    ScriptedTransport transport = ScriptedTransport.answering(200, "{}");

    Calls.scopedAccessToken(transport);

    assertThat(Sent.by(transport))
        .isEqualTo(
            Sent.expected(
                "https://api-sandbox.rocketlawyer.com/partners/v1/auth/accesstoken",
                JSON_HEADERS,
                """
                {
                  "grant_type": "authorization_code",
                  "client_id": "your-App-key",
                  "client_secret": "frontend-App-secret",
                  "code": "service-token-to-exchange"
                }
                """));
  }

  @Test
  void aServiceTokenIsAskedForWithAFlatBodyAndSecondsAsInteger() {
    ScriptedTransport transport = ScriptedTransport.answering(200, "{}");

    Calls.serviceToken(transport);

    assertThat(Sent.by(transport))
        .isEqualTo(
            Sent.expected(
                "https://api-sandbox.rocketlawyer.com/partners/v1/auth/servicetoken",
                withBearer(),
                """
                {
                  "purpose": "api.rocketlawyer.com/rocketdoc",
                  "expirationTime": 1753696695,
                  "interviewId": "42313c4d-11bb-414a-81a4-9fda067d1ae7",
                  "partnerEndUserId": "end-user-7"
                }
                """));
  }

  @Test
  void theExpirationIsWrittenInDigitsOnly() {
    ScriptedTransport transport = ScriptedTransport.answering(200, "{}");

    Calls.serviceToken(transport);

    assertThat(new String(transport.onlyRequest().body(), UTF_8))
        .contains("\"expirationTime\":1753696695,");
  }

  @Test
  void claimsTravelUnharmedThroughJson() {
    ScriptedTransport transport = ScriptedTransport.answering(200, "{}");
    String owner = "Zoë \"Z\" O'Neill <z@example.com> \\ 😀";
    ServiceTokenRequest request =
        new ServiceTokenRequest(
            StandardPurposes.DEMO_THINGS,
            Claims.none().and(new ClaimName("owner"), owner).get(),
            Lifetime.until(Instant.ofEpochSecond(1753696695)));

    Calls.outcome(
        Calls.api(transport)
            .serviceToken(Samples.anAccessToken(), request.at(Samples.NOW).get(), Samples.BUDGET));

    assertThat(Sent.by(transport).body().getAsJsonObject().get("owner").getAsString())
        .isEqualTo(owner);
  }

  @Test
  void aServiceTokenThatLooksExpiredIsSentAllTheSame() {
    ScriptedTransport transport = ScriptedTransport.answering(200, "{}");
    var longDead =
        ServiceToken.issued("long-dead", Samples.delegatedInterview(), Instant.EPOCH, Instant.EPOCH)
            .get();

    Calls.outcome(
        Calls.api(transport).scopedAccessToken(Samples.aFrontendApp(), longDead, Samples.BUDGET));

    assertThat(Sent.by(transport).body().getAsJsonObject().get("code").getAsString())
        .isEqualTo("long-dead");
  }

  @Test
  void theEndpointsPathFollowsThatOfTheBaseAddress() {
    ScriptedTransport transport = ScriptedTransport.answering(200, "{}");
    BaseAddress base = BaseAddress.of("http://127.0.0.1:8080/mock/").get();

    Calls.outcome(
        HttpAuthenticationApi.of(
                base,
                transport,
                CallSettings.standard(),
                Calls.runtime(Runnable::run, Calls.STOPPED))
            .accessToken(Samples.aBackendApp(), Samples.BUDGET));

    assertThat(transport.onlyRequest().uri())
        .isEqualTo(URI.create("http://127.0.0.1:8080/mock/accesstoken"));
  }

  @Test
  void closingTheApiLeavesATransportThatWasHandedInOpen() {
    ScriptedTransport transport = ScriptedTransport.answering(200, "{}");

    Calls.api(transport).close();

    assertThat(transport.isClosed()).isFalse();
  }

  private static Map<String, String> withBearer() {
    Map<String, String> headers = new HashMap<>(JSON_HEADERS);
    headers.put("Authorization", "Bearer general-access-token");
    return headers;
  }
}
