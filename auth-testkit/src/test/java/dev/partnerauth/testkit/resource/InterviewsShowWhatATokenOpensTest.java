package dev.partnerauth.testkit.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.http.JwtInspector;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.port.TokenCache;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.FakeAuthenticationApi;
import dev.partnerauth.testkit.Platform;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import dev.partnerauth.testkit.resource.PlatformClient.Reply;
import dev.partnerauth.testkit.settings.SandboxApp;
import dev.partnerauth.testkit.time.MovableTime;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.ServiceTokenRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@AuthSandboxTest(stoppedAt = "2026-01-31T09:00:00Z")
class InterviewsShowWhatATokenOpensTest {

  private static final String INTERVIEWS = "/rocketdoc/v2/interviews";
  private static final String LEASE = LeaseTemplate.ID;

  private final Platform platform;
  private final PartnerAuth auth;
  private final FrontendApp frontend;
  private final PlatformClient anybody;
  private final PlatformClient backend;

  InterviewsShowWhatATokenOpensTest(
      AuthSandbox sandbox, Platform platform, PartnerAuth auth, FrontendApp frontend) {
    this.platform = platform;
    this.auth = auth;
    this.frontend = frontend;
    this.anybody = PlatformClient.of(sandbox);
    this.backend = anybody.with(auth.accessToken().get().reveal());
  }

  @Test
  void aFrontEndAnswersThePagesAndTheBackEndGetsTheDocument() {
    Reply created = backend.post(INTERVIEWS, persistent("user-1"));
    String interview = INTERVIEWS + "/" + created.text("interviewId");
    PlatformClient browser = anybody.with(exchanged(created));

    JsonArray asked =
        browser
            .get(interview + "/pages/first")
            .json()
            .getAsJsonObject()
            .getAsJsonObject("currentPageData")
            .getAsJsonArray("questions");
    browser.send(
        "PATCH",
        interview + "/pages/first",
        """
        {"answersPayload":{"landlordName":"Ada <b>"},
         "currentPageData":{"pageId":"parties","format":"display","answers":{"tenantName":"Grace"}}}
        """);
    String next =
        browser
            .get(interview + "/pages/first")
            .json()
            .getAsJsonObject()
            .getAsJsonObject("nextPageData")
            .get("pageId")
            .getAsString();
    Reply completed = browser.send("POST", interview + "/completions", "");
    String documentId =
        completed
            .json()
            .getAsJsonObject()
            .getAsJsonObject("binder")
            .get("documentId")
            .getAsString();
    Reply document = backend.get("/rocketdoc/v2/documents/" + documentId);

    assertThat(
            List.of(
                created.status(),
                asked.size(),
                next,
                completed.status(),
                document.contentType(),
                document.body().contains("<dd>Ada &lt;b&gt;</dd>"),
                document.body().contains("<dd>Grace</dd>"),
                backend.get(interview).text("interviewStatus")))
        .containsExactly(
            201, 2, "premises", 201, "text/html; charset=UTF-8", true, true, "completed");
  }

  @Test
  void aTokenForOneInterviewOpensThatOneAndNoOther() {
    String mine = id(backend.post(INTERVIEWS, ephemeral()));
    String other = id(backend.post(INTERVIEWS, ephemeral()));
    PlatformClient browser = anybody.with(scopedTo(mine));

    assertThat(
            List.of(
                browser.get(INTERVIEWS + "/" + mine).status(),
                browser.get(INTERVIEWS + "/" + other).status(),
                browser.get(INTERVIEWS).status(),
                browser.get("/rocketdoc/v2/templates").status(),
                browser.post(INTERVIEWS, ephemeral()).status()))
        .containsExactly(200, 403, 403, 403, 403);
  }

  @Test
  void aPartysTokenOpensItsInterviewsAndNobodyElses() {
    Reply hers = backend.post(INTERVIEWS, persistent("user-1"));
    String hersToo = id(backend.post(INTERVIEWS, persistent("user-1")));
    String his = id(backend.post(INTERVIEWS, persistent("user-2")));
    PlatformClient browser = anybody.with(exchanged(hers));

    assertThat(
            List.of(
                browser.get(INTERVIEWS + "/" + id(hers)).status(),
                browser.get(INTERVIEWS + "/" + hersToo).status(),
                browser.get(INTERVIEWS + "/" + his).status()))
        .containsExactly(200, 200, 403);
  }

  @Test
  void aRefusalTellsWhyAndWhichTokenWouldDo() {
    PlatformClient browser = anybody.with(scopedTo(id(backend.post(INTERVIEWS, ephemeral()))));

    assertThat(browser.get(INTERVIEWS).json())
        .isEqualTo(
            JsonParser.parseString(
                """
                {"timestamp":"2026-01-31T09:00:00.000+00:00","status":403,"error":"FORBIDDEN",
                 "message":"LIST_INTERVIEWS is refused: only the general access token opens it. Use the general access token.",
                 "path":"/rocketdoc/v2/interviews"}
                """));
  }

  @Test
  void anotherAppsInterviewDoesNotExist(AuthRuntime runtime) {
    BackendApp another = BackendApp.of("another-key", "another-secret").get();
    platform.apps().register(SandboxApp.of(another));
    PlatformClient stranger =
        anybody.with(
            PartnerAuth.of(FakeAuthenticationApi.to(platform), another, TokenCache.none(), runtime)
                .accessToken()
                .get()
                .reveal());
    String ours = id(backend.post(INTERVIEWS, persistent("user-1")));

    assertThat(
            List.of(
                stranger.get(INTERVIEWS + "/" + ours).status(), stranger.get(INTERVIEWS).body()))
        .containsExactly(404, "[]");
  }

  @Test
  void aFrontEndAppsOwnTokenOpensNothing() {
    JsonObject credentials = new JsonObject();
    credentials.addProperty("grant_type", "client_credentials");
    credentials.addProperty("client_id", "frontend-key");
    credentials.addProperty("client_secret", "frontend-secret");
    String token = anybody.post("/partners/v1/auth/accesstoken", credentials).text("access_token");

    assertThat(anybody.with(token).get(INTERVIEWS).status()).isEqualTo(403);
  }

  @Test
  void withoutALivingTokenTheGatewayRefuses(MovableTime time) {
    String none = anybody.get(INTERVIEWS).body();
    time.advance(Duration.ofHours(10));

    assertThat(List.of(none, backend.get(INTERVIEWS).body()))
        .containsExactly(
            "{\"fault\":{\"faultstring\":\"Invalid Access Token\",\"detail\":{\"errorcode\":"
                + "\"keymanagement.service.invalid_access_token\"}}}",
            "{\"fault\":{\"faultstring\":\"Access Token expired\",\"detail\":{\"errorcode\":"
                + "\"keymanagement.service.access_token_expired\"}}}");
  }

  @Test
  void previewAndThumbnailNeedNoToken() {
    assertThat(
            List.of(
                anybody.get("/rocketdoc/v2/templates/" + LEASE + "/preview").contentType(),
                anybody.get("/rocketdoc/v2/templates/" + LEASE + "/thumbnail").contentType()))
        .containsExactly("text/html; charset=UTF-8", "image/svg+xml; charset=UTF-8");
  }

  @Test
  void templatesTellWhatTheyAsk() {
    assertThat(
            List.of(
                backend.get("/rocketdoc/v2/templates").json().getAsJsonArray().size(),
                backend.get("/rocketdoc/v2/templates/" + LEASE).text("name"),
                backend
                    .get("/rocketdoc/v2/templates/" + LEASE + "/tagged-answer-model")
                    .json()
                    .getAsJsonObject()
                    .getAsJsonArray("taggedAnswers")
                    .size(),
                backend.get("/rocketdoc/v2/templates/unknown").status()))
        .containsExactly(1, "Residential Lease", 6, 404);
  }

  @Test
  void interviewsAreListedByEndUser() {
    String hers = id(backend.post(INTERVIEWS, persistent("user-1")));
    backend.post(INTERVIEWS, persistent("user-2"));

    List<String> listed = new ArrayList<>();
    backend
        .get(INTERVIEWS + "?partnerEndUserId=user-1")
        .json()
        .getAsJsonArray()
        .forEach(one -> listed.add(one.getAsJsonObject().get("interviewId").getAsString()));

    assertThat(listed).containsExactly(hers);
  }

  @Test
  void anInterviewIsUpdatedAndDeleted() {
    String interview = INTERVIEWS + "/" + id(backend.post(INTERVIEWS, persistent("user-1")));
    Reply updated =
        backend.send("PUT", interview, "{\"answersPayload\":{\"tenantName\":\"Grace\"}}");
    Reply deleted = backend.send("DELETE", interview, "");

    assertThat(
            List.of(
                updated.json().getAsJsonObject().getAsJsonObject("answersPayload").toString(),
                updated.text("concurrencyId"),
                deleted.status(),
                backend.get(interview).status()))
        .containsExactly("{\"tenantName\":\"Grace\"}", "2", 204, 404);
  }

  @Test
  void taggedAnswersAreTakenAndTold() {
    String answers =
        INTERVIEWS + "/" + id(backend.post(INTERVIEWS, ephemeral())) + "/tagged-answers";
    backend.send("POST", answers, "{\"taggedAnswers\":{\"months\":12}}");

    assertThat(backend.get(answers).body()).isEqualTo("{\"taggedAnswers\":{\"months\":12}}");
  }

  @Test
  void anEphemeralInterviewShowsItsFirstPageOnlyAndMakesADocument() {
    String id = id(backend.post(INTERVIEWS, ephemeral()));
    PlatformClient browser = anybody.with(scopedTo(id));
    JsonObject wanted = new JsonObject();
    wanted.addProperty("interviewId", id);
    String interview = INTERVIEWS + "/" + id;

    assertThat(
            List.of(
                browser.get(interview + "/pages/first").status(),
                browser.get(interview + "/pages/last").status(),
                browser.send("POST", interview + "/completions", "").status(),
                browser.post("/rocketdoc/v2/documents", wanted).contentType()))
        .containsExactly(200, 405, 400, "text/html; charset=UTF-8");
  }

  @Test
  void aNewInterviewComesWithAServiceTokenForItsPartyOrForItself() {
    Reply persistent = backend.post(INTERVIEWS, persistent("user-1"));
    Reply ephemeral = backend.post(INTERVIEWS, ephemeral());
    JsonObject inABinder = ephemeral();
    inABinder.addProperty("storageType", "persistent");
    inABinder.addProperty(
        "binderId",
        backend.post("/document-manager/v1/binders", new JsonObject()).text("binderId"));

    assertThat(
            List.of(
                claims(persistent).contains("\"upid\""),
                claims(persistent).contains("\"interviewId\""),
                claims(ephemeral).contains("\"interviewId\":\"" + id(ephemeral) + "\""),
                backend.post(INTERVIEWS, inABinder).serviceToken().isPresent()))
        .containsExactly(true, false, true, false);
  }

  @Test
  void whatIsMissingIsToldWithACure() {
    JsonObject both = persistent("user-1");
    both.addProperty("binderId", "binder-1");
    JsonObject odd = ephemeral();
    odd.addProperty("storageType", "eternal");

    assertThat(
            List.of(
                backend.post(INTERVIEWS, new JsonObject()).text("message"),
                backend.send("POST", INTERVIEWS, "no JSON").text("message"),
                backend.post(INTERVIEWS, both).text("message"),
                backend.post(INTERVIEWS, odd).text("message")))
        .containsExactly(
            "templateId is missing or unknown. List the templates.",
            "templateId is missing or unknown. List the templates.",
            "A persistent interview takes partyEmailAddress or binderId, one of the two.",
            "storageType is neither persistent nor ephemeral.");
  }

  private static JsonObject persistent(String user) {
    JsonObject body = new JsonObject();
    body.addProperty("templateId", LEASE);
    body.addProperty("partnerEndUserId", user);
    body.addProperty("partyEmailAddress", user + "@example.com");
    return body;
  }

  private static JsonObject ephemeral() {
    JsonObject body = new JsonObject();
    body.addProperty("templateId", LEASE);
    body.addProperty("storageType", "ephemeral");
    return body;
  }

  private static String id(Reply created) {
    return created.text("interviewId");
  }

  private static String claims(Reply created) {
    String payload = created.serviceToken().orElseThrow().split("\\.", -1)[1];
    return new String(Base64.getUrlDecoder().decode(payload), UTF_8);
  }

  private String exchanged(Reply created) {
    String text = created.serviceToken().orElseThrow();
    ServiceToken token =
        ServiceToken.received(text, new JwtInspector().inspect(text), platform.time().now()).get();
    return auth.exchangingAs(frontend).scopedAccessToken(token).get().reveal();
  }

  private String scopedTo(String interview) {
    ServiceTokenRequest request =
        ServiceTokenRequest.forInterview(
            new InterviewId(interview), Lifetime.of(Duration.ofHours(2)));
    return auth.exchangingAs(frontend).delegate(request, Duration.ofMinutes(10)).get().reveal();
  }
}
