package dev.partnerauth.testkit.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AdministratorFailure.InvalidCredentials;
import dev.partnerauth.failure.TransientFailure.RateLimited;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.Platform;
import dev.partnerauth.testkit.RawHttp;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import dev.partnerauth.testkit.settings.Behaviour;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AuthSandboxTest(stoppedAt = "2026-01-31T09:00:00Z")
class AdminApiTest {

  private static final String TOKENS = "/partners/v1/auth/accesstoken";
  private static final String CREDENTIALS =
      """
      {"grant_type":"client_credentials","client_id":"backend-key","client_secret":"backend-secret"}
      """;

  private final Platform platform;
  private final PartnerAuth auth;
  private final RawHttp http;

  AdminApiTest(AuthSandbox sandbox, Platform platform, PartnerAuth auth) {
    this.platform = platform;
    this.auth = auth;
    this.http = RawHttp.to(sandbox);
  }

  private static JsonElement json(String text) {
    return JsonParser.parseString(text);
  }

  @Test
  void anAppIsRegisteredAndItsSecretNeverTold() {
    RawHttp.Reply registered =
        http.json(
            "PUT", "/__admin/apps/my-key", "{\"secret\":\"hush-hush\",\"scope\":\"backend\"}");

    assertThat(registered.json())
        .isEqualTo(
            json(
                """
                {"key":"my-key","scope":"backend","secretCount":1,"approved":true,
                 "mayRequestServiceTokens":true,
                 "applicationName":"51578061-0702-389d-abd9-12e9c9ef6f38",
                 "apiProducts":["partner-event-api-subscription-product-sandbox",
                   "rocketdoc-api-product-sandbox","partner-auth-service-product-sandbox",
                   "binders-product-document-manager-sandbox"]}
                """));
  }

  @Test
  void aKeyIsTakenAsItIsOnceDecoded() {
    assertThat(
            http.json(
                    "PUT",
                    "/__admin/apps/a%20b%2Fc+d%3C",
                    "{\"secret\":\"s\",\"scope\":\"backend\"}")
                .json()
                .get("key")
                .getAsString())
        .isEqualTo("a b/c+d<");
  }

  @Test
  void aRegisteredAppObtainsTokens() {
    http.json("PUT", "/__admin/apps/my-key", "{\"secret\":\"hush-hush\",\"scope\":\"backend\"}");
    PartnerAuth mine =
        PartnerAuth.of(
            FakeAuthenticationApi.to(platform),
            BackendApp.of("my-key", "hush-hush").get(),
            TokenCache.none());

    assertThat(mine.accessToken().isRight()).isTrue();
  }

  @Test
  void aRemovedAppIsUnknown() {
    http.send("DELETE", "/__admin/apps/backend-key", "");

    assertThat(auth.accessToken().getLeft()).isInstanceOf(InvalidCredentials.class);
  }

  @Test
  void aMistakenAppIsToldWithAllItsMistakes() {
    JsonObject problem =
        http.json(
                "PUT",
                "/__admin/apps/my-key",
                "{\"secret\":7,\"scope\":\"boss\",\"approved\":\"yes\",\"colour\":\"red\"}")
            .json();

    assertThat(
            StreamSupport.stream(problem.getAsJsonArray("violations").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(v -> v.get("field").getAsString() + " " + v.get("problem").getAsString())
                .toList())
        .containsExactly(
            "secret is no text",
            "scope is \"boss\"",
            "approved is neither true nor false",
            "colour is not known here");
  }

  @Test
  void theClockIsAdvanced() {
    RawHttp.Reply moved = http.json("POST", "/__admin/clock/advances", "{\"by\":\"PT11H\"}");

    assertThat(moved.json()).isEqualTo(json("{\"now\":\"2026-01-31T20:00:00Z\",\"movable\":true}"));
  }

  @Test
  void anAdvanceThatIsNoDurationIsRefused() {
    assertThat(http.json("POST", "/__admin/clock/advances", "{\"by\":\"an hour\"}").problem())
        .isEqualTo("400 application/problem+json Mistaken advance");
  }

  @Test
  void aClockOfTheSystemCannotBeMoved() {
    try (AuthSandbox systems = AuthSandbox.start()) {
      assertThat(
              RawHttp.to(systems)
                  .json("POST", "/__admin/clock/advances", "{\"by\":\"PT1H\"}")
                  .problem())
          .isEqualTo("409 application/problem+json The clock cannot be moved");
    }
  }

  @Test
  void aFaultPlanThatIsArmedHappens() {
    http.json(
        "POST",
        "/__admin/faults",
        "{\"faults\":[{\"fault\":\"rate-limited\"}],\"at\":\"access-token\"}");

    assertThat(auth.accessToken().getLeft()).isInstanceOf(RateLimited.class);
  }

  @Test
  void aMistakenFaultPlanArmsNothing() {
    http.json(
        "POST",
        "/__admin/faults",
        "{\"faults\":[{\"fault\":\"rate-limited\"},{\"fault\":\"rat-limited\"}]}");

    assertThat(platform.faults().armed()).isEmpty();
  }

  @Test
  void plansAreDisarmed() {
    http.json("POST", "/__admin/faults", "{\"faults\":[{\"fault\":\"stall\"}]}");
    http.send("DELETE", "/__admin/faults", "");

    assertThat(platform.faults().outstanding()).isEmpty();
  }

  @Test
  void theJournalTellsOfTheRequestsAndNotOfThisApi() {
    http.json("POST", TOKENS, CREDENTIALS);
    http.get("/__admin/apps");

    assertThat(http.get("/__admin/journal").json())
        .isEqualTo(
            json(
                """
                {"entries":[{"number":1,"at":"2026-01-31T09:00:00Z","kind":"access-token",
                  "request":"POST /accesstoken","app":"backend-key","status":200,"issued":"1"}]}
                """));
  }

  @Test
  void anExchangeIsShownWithoutSecretsAndTokens() {
    http.json("POST", TOKENS, CREDENTIALS);
    JsonObject shown = http.get("/__admin/journal/1").json();
    String request = shown.get("request").getAsString();

    assertThat(
            List.of(
                request.substring(request.indexOf("\n\n") + 2),
                shown.get("answer").getAsString().contains("\"access_token\": \"(hidden)\""),
                shown.toString().contains("backend-secret"),
                shown.toString().contains("eyJ")))
        .containsExactly(
            """
            {
              "grant_type": "client_credentials",
              "client_id": "backend-key",
              "client_secret": "(hidden)"
            }\
            """,
            true,
            false,
            false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grant_type=client_credentials&client_secret=backend-s3cret",
        "{\"client_secret\":\"backend-s3cret\",}",
        "[{\"client_secret\":\"backend-s3cret\"}]",
        "{\"clientSecret\":\"backend-s3cret\",\"Password\":\"backend-s3cret\"}"
      })
  void aSecretThatIsSentInAnOddWayIsNotShown(String body) {
    http.send("POST", TOKENS, body, "X-Client-Secret: backend-s3cret");

    assertThat(http.get("/__admin/journal/1").body())
        .contains("POST " + TOKENS)
        .doesNotContain("s3cret");
  }

  @Test
  void aTokenInAPathIsNotShown() {
    http.get("/rocketdoc/v2/documents/eyJhbGciOiJIUzI1NiJ9.e30.c2ln");

    assertThat(
            List.of(
                http.get("/__admin/journal").body().contains("eyJ"),
                http.get("/__admin/journal/1").body().contains("eyJ"),
                platform.journal().entries().get(0).request()))
        .containsExactly(false, false, "GET /rocketdoc/v2/documents/(hidden)");
  }

  @Test
  void aScopedTokenIsSaidToOpenItsOwnInterviewOnly() {
    ServiceToken service =
        auth.serviceToken(
                ServiceTokenRequest.forInterview(
                    new InterviewId("mine"), Lifetime.of(Duration.ofHours(1))))
            .get();

    JsonObject inspected =
        http.json("POST", "/__admin/inspections", "{\"token\":\"" + service.reveal() + "\"}")
            .json();

    assertThat(
            List.of(
                inspected.get("known").getAsBoolean(),
                inspected.get("lineage").getAsString(),
                may(inspected, "GET_INTERVIEW", "own"),
                may(inspected, "GET_INTERVIEW", "others"),
                may(inspected, "LIST_INTERVIEWS", "own"),
                may(inspected, "GET_TEMPLATE_PREVIEW", "others")))
        .containsExactly(true, "1.2", "yes", "no", "no", "yes");
  }

  private static String may(JsonObject inspected, String operation, String column) {
    return StreamSupport.stream(inspected.getAsJsonArray("operations").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(row -> row.get("operation").getAsString().equals(operation))
        .map(row -> row.getAsJsonObject(column).get("may").getAsString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aForeignTokenIsNotKnown() {
    assertThat(http.json("POST", "/__admin/inspections", "{\"token\":\"eyJhbGciOi.x.y\"}").json())
        .isEqualTo(json("{\"known\":false,\"refusedAsBearer\":\"Invalid Access Token\"}"));
  }

  @Test
  @AuthSandboxTest(
      stoppedAt = "2026-01-31T09:00:00Z",
      behaviours = Behaviour.SERVICE_TOKENS_ARE_USED_ONCE)
  void aResetMakesAllAsItWas(AuthSandbox sandbox, Platform own, PartnerAuth issuing) {
    RawHttp admin = RawHttp.to(sandbox);
    String token = issuing.accessToken().get().reveal();
    admin.json("POST", "/__admin/faults", "{\"faults\":[{\"fault\":\"stall\"}]}");
    admin.json("PUT", "/__admin/apps/my-key", "{\"secret\":\"s\",\"scope\":\"frontend\"}");
    admin.json("POST", "/__admin/clock/advances", "{\"by\":\"PT11H\"}");

    admin.json("POST", "/__admin/reset", "{}");

    assertThat(
            List.of(
                own.apps().all().size(),
                own.faults().outstanding().size(),
                own.journal().entries().size(),
                own.time().now().toString(),
                admin
                    .json("POST", "/__admin/inspections", "{\"token\":\"" + token + "\"}")
                    .json()
                    .get("known")
                    .getAsBoolean()))
        .containsExactly(4, 0, 0, "2026-01-31T09:00:00Z", false);
  }

  @Test
  void everyOperationOfTheDocumentIsServed() {
    JsonObject paths = http.get("/__admin/openapi.json").json().getAsJsonObject("paths");

    assertThat(
            paths.entrySet().stream()
                .flatMap(
                    path ->
                        path.getValue().getAsJsonObject().keySet().stream()
                            .map(method -> tried(method, path.getKey())))
                .filter(answer -> answer.matches("(404 .* path.*|405 .*|5.*)"))
                .toList())
        .isEmpty();
  }

  private String tried(String method, String path) {
    RawHttp.Reply reply =
        http.json(method.toUpperCase(Locale.ROOT), path.replaceAll("\\{.*}", "1"), "{}");
    return reply.status() + " " + reply.body();
  }

  @Test
  void whatIsNotServedIsAProblem() {
    assertThat(
            List.of(
                http.get("/__admin/nothing").problem(),
                http.get("/__admin/reset").problem(),
                http.json("PUT", "/__admin/apps/%zz", "{}").problem(),
                http.json("PUT", "/__admin/apps/k", "no json").problem()))
        .containsExactly(
            "404 application/problem+json Not found",
            "405 application/problem+json Method not allowed",
            "404 application/problem+json Not found",
            "400 application/problem+json Mistaken app");
  }
}
