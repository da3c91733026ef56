package dev.partnerauth.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.partnerauth.http.transport.ApacheAsyncTransport;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.testkit.settings.Behaviour;
import dev.partnerauth.testkit.settings.SandboxSettings;
import dev.partnerauth.testkit.time.MovableTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, to the letter: whoever has a client of their own relies on it. */
class SandboxAnswersTest {

  private final MovableTime time = MovableTime.stoppedAt(Instant.parse("2026-01-31T09:00:00.123Z"));
  private final ApacheAsyncTransport transport = ApacheAsyncTransport.standard();
  private AuthSandbox sandbox = AuthSandbox.start(SandboxSettings.standard().at(time));

  /** Status and body, the tokens in it left out. */
  private record Answer(int status, String json) {}

  @AfterEach
  void close() {
    transport.close();
    sandbox.close();
  }

  @Test
  void anAccessTokenComesInTheShapeOfTheGuides() {
    JsonObject body =
        post("/accesstoken", credentials("client_credentials", "backend-key", "backend-secret"));
    body.remove("access_token");

    assertThat(body)
        .isEqualTo(
            json(
                """
                {"refresh_token_expires_in":"0",
                 "api_product_list":"[partner-event-api-subscription-product-sandbox, rocketdoc-api-product-sandbox, partner-auth-service-product-sandbox, binders-product-document-manager-sandbox]",
                 "api_product_list_json":["partner-event-api-subscription-product-sandbox","rocketdoc-api-product-sandbox","partner-auth-service-product-sandbox","binders-product-document-manager-sandbox"],
                 "organization_name":"rocketlawyer","developer.email":"developer@example.com",
                 "token_type":"BearerToken","issued_at":"1769850000123","client_id":"backend-key",
                 "application_name":"431acae3-3f40-36cc-b9e2-628670ab5929",
                 "scope":"","expires_in":"35999","refresh_count":"0","status":"approved"}
                """));
  }

  @Test
  void aServiceTokenComesInTheShapeOfTheGuides() {
    JsonObject body = postWithBearer(accessToken(), interviewRequest(1769857200));
    body.remove("token");

    assertThat(body)
        .isEqualTo(
            json(
                "{\"purpose\":\"api.rocketlawyer.com/rocketdoc\",\"expirationTime\":\"1769857200\"}"));
  }

  @Test
  void wrongCredentialsAreAFault() {
    Answer answer =
        answer("/accesstoken", credentials("client_credentials", "backend-key", "wrong"), Map.of());

    assertThat(answer).isEqualTo(fault(401, "Invalid Client Credentials", "Unauthorized"));
  }

  @Test
  void aPlaceholderGrantTypeIsAFaultBeforeTheCredentialsAreLookedAt() {
    Answer answer =
        answer("/accesstoken", credentials("<string>", "<string>", "<string>"), Map.of());

    assertThat(answer).isEqualTo(fault(400, "Missing or invalid grant_type", "Bad Request"));
  }

  @Test
  void aFormIsNotReadSinceThePlatformTakesJson() {
    Answer answer =
        answer("/accesstoken", "grant_type=client_credentials&client_id=backend-key", Map.of());

    assertThat(answer).isEqualTo(fault(400, "Missing or invalid grant_type", "Bad Request"));
  }

  @Test
  void whatIsOnlyNearlyJsonIsNotReadEither() {
    Answer answer = answer("/accesstoken", "{grant_type:'client_credentials'}", Map.of());

    assertThat(answer).isEqualTo(fault(400, "Missing or invalid grant_type", "Bad Request"));
  }

  @Test
  void aTokenOfAnotherSandboxIsUnknown() {
    String foreign = accessToken();
    sandbox.close();
    sandbox = AuthSandbox.start(SandboxSettings.standard().at(time));

    Answer answer = answer("/servicetoken", interviewRequest(1769857200), bearer(foreign));

    assertThat(answer)
        .isEqualTo(
            fault(401, "Invalid Access Token", "keymanagement.service.invalid_access_token"));
  }

  @Test
  void anExchangeWithoutACodeIsAFault() {
    Answer answer =
        answer(
            "/accesstoken",
            credentials("authorization_code", "frontend-key", "frontend-secret"),
            Map.of());

    assertThat(answer).isEqualTo(fault(400, "Missing or invalid code", "Bad Request"));
  }

  @Test
  void aRequestWithoutABearerIsAFault() {
    Answer answer = answer("/servicetoken", interviewRequest(1769857200), Map.of());

    assertThat(answer)
        .isEqualTo(
            fault(401, "Invalid Access Token", "keymanagement.service.invalid_access_token"));
  }

  @Test
  void anExpiredBearerIsAFault() {
    String token = accessToken();
    time.advance(Duration.ofHours(10));

    Answer answer = answer("/servicetoken", interviewRequest(1769999999), bearer(token));

    assertThat(answer)
        .isEqualTo(
            fault(401, "Access Token expired", "keymanagement.service.access_token_expired"));
  }

  @Test
  void aMissingClaimIsAMessageThatDoesNotSayWhich() {
    Answer answer =
        answer(
            "/servicetoken",
            "{\"purpose\":\"api.rocketlawyer.com/rocketdoc\",\"expirationTime\":1769857200}",
            bearer(accessToken()));

    assertThat(answer).isEqualTo(badRequest());
  }

  @Test
  void anExpirationInTheWrongUnitOrTypeIsTheSameMessage() {
    assertThat(
            Stream.of("1769846400", "\"1769857200\"", "1769857200.5", "null", "999999999999999")
                .map(expiration -> interviewRequest(expiration))
                .map(request -> answer("/servicetoken", request, bearer(accessToken()))))
        .containsOnly(badRequest());
  }

  @Test
  void anAppWithoutTheRoleIsForbidden() {
    String limited = accessToken("limited-key", "limited-secret");

    Answer answer = answer("/servicetoken", interviewRequest(1769857200), bearer(limited));

    assertThat(answer).isEqualTo(forbidden());
  }

  @Test
  void aFrontendAppsOwnTokenIsForbidden() {
    String frontend = accessToken("frontend-key", "frontend-secret");

    Answer answer = answer("/servicetoken", interviewRequest(1769857200), bearer(frontend));

    assertThat(answer).isEqualTo(forbidden());
  }

  @Test
  void anAppNotYetApprovedIsForbidden() {
    Answer answer =
        answer(
            "/accesstoken",
            credentials("client_credentials", "pending-key", "pending-secret"),
            Map.of());

    assertThat(answer)
        .isEqualTo(fault(403, "Invalid client: api_client_id is not approved", "Forbidden"));
  }

  @Test
  void theThreeRequestsOfTheGuidePassWithOneAppWhenLenient() {
    sandbox.close();
    sandbox =
        AuthSandbox.start(
            SandboxSettings.standard().at(time).with(Behaviour.BACKEND_APPS_MAY_EXCHANGE));
    String code =
        postWithBearer(accessToken(), interviewRequest(1769857200)).get("token").getAsString();
    JsonObject exchange = json(credentials("authorization_code", "backend-key", "backend-secret"));
    exchange.addProperty("code", code);

    Answer answer = answer("/accesstoken", exchange.toString(), Map.of());

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aScopedTokenBuysNoServiceTokenEvenWhenLenient() {
    sandbox.close();
    sandbox =
        AuthSandbox.start(
            SandboxSettings.standard().at(time).with(Behaviour.BACKEND_APPS_MAY_EXCHANGE));
    String code =
        postWithBearer(accessToken(), interviewRequest(1769857200)).get("token").getAsString();
    JsonObject exchange = json(credentials("authorization_code", "backend-key", "backend-secret"));
    exchange.addProperty("code", code);
    String scoped = post("/accesstoken", exchange.toString()).get("access_token").getAsString();

    Answer answer = answer("/servicetoken", interviewRequest(1769857200), bearer(scoped));

    assertThat(answer).isEqualTo(forbidden());
  }

  @Test
  void anUnknownPathIsAProblemThatSaysWhatIsServed() {
    Answer answer = answer("/token", "{}", Map.of());

    assertThat(answer)
        .isEqualTo(
            new Answer(
                404,
                "{\"title\":\"No such path\",\"status\":404,\"detail\":\"The sandbox serves POST"
                    + " /partners/v1/auth/accesstoken, POST /partners/v1/auth/servicetoken and operations of the"
                    + " platform, such as GET /rocketdoc/v2/interviews.\"}"));
  }

  @Test
  void aBodyThatIsTooLargeIsAProblemAndTheNextRequestIsServed() {
    Answer tooLarge = answer("/accesstoken", " ".repeat(65_537), Map.of());
    Answer next = answer("/accesstoken", " ".repeat(65_536), Map.of());

    assertThat(List.of(tooLarge.status(), next.status())).containsExactly(413, 400);
  }

  @Test
  void theDateFollowsTheSandboxsClock() {
    HttpResponse response = exchange("GET", "/accesstoken", "", Map.of());

    assertThat(response.header("Date")).contains("Sat, 31 Jan 2026 09:00:00 GMT");
  }

  @Test
  void anotherMethodIsAProblem() {
    HttpResponse response = exchange("GET", "/accesstoken", "", Map.of());

    assertThat(response.status()).isEqualTo(405);
  }

  private static String interviewRequest(Object expirationTime) {
    return "{\"purpose\":\"api.rocketlawyer.com/rocketdoc\",\"interviewId\":\"interview-1\",\"expirationTime\":"
        + expirationTime
        + "}";
  }

  private static String credentials(String grantType, String key, String secret) {
    JsonObject body = new JsonObject();
    body.addProperty("grant_type", grantType);
    body.addProperty("client_id", key);
    body.addProperty("client_secret", secret);
    return body.toString();
  }

  private String accessToken() {
    return accessToken("backend-key", "backend-secret");
  }

  private String accessToken(String key, String secret) {
    return post("/accesstoken", credentials("client_credentials", key, secret))
        .get("access_token")
        .getAsString();
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private JsonObject post(String path, String body) {
    return json(answer(path, body, Map.of()).json());
  }

  private JsonObject postWithBearer(String token, String body) {
    return json(answer("/servicetoken", body, bearer(token)).json());
  }

  private Answer answer(String path, String body, Map<String, String> headers) {
    HttpResponse response = exchange("POST", path, body, headers);
    return new Answer(response.status(), new String(response.body(), UTF_8));
  }

  private HttpResponse exchange(
      String method, String path, String body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    URI uri = URI.create(sandbox.base() + path);
    return transport
        .exchange(
            new HttpRequest(method, uri, all, body.getBytes(UTF_8), Duration.ofSeconds(10), 65_536))
        .toCompletableFuture()
        .join();
  }

  private static Answer fault(int status, String faultstring, String errorcode) {
    return new Answer(
        status,
        "{\"fault\":{\"faultstring\":\""
            + faultstring
            + "\",\"detail\":{\"errorcode\":\""
            + errorcode
            + "\"}}}");
  }

  private static Answer badRequest() {
    return new Answer(
        400,
        "{\"message\":\"Request is missing mandatory fields or contains non-acceptable fields for purpose or purpose is"
            + " invalid\",\"error\":\"BAD_REQUEST\",\"status\":400,\"timestamp\":\"2026-01-31T09:00:00.123+00:00\"}");
  }

  private static Answer forbidden() {
    return new Answer(
        403,
        "{\"timestamp\":\"2026-01-31T09:00:00.123+00:00\",\"status\":403,\"error\":\"FORBIDDEN\",\"message\":\"none of the"
            + " system roles are authorized to request Service Tokens\",\"path\":\"/partners/v1/auth/servicetoken\"}");
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
