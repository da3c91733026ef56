package dev.partnerauth.testkit.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.claim.Claims;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.purpose.StandardPurposes;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import dev.partnerauth.testkit.resource.PlatformClient.Reply;
import dev.partnerauth.token.Lifetime;
import dev.partnerauth.token.ServiceTokenRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AuthSandboxTest(stoppedAt = "2026-01-31T09:00:00Z")
class BindersShowWhatAPartyMayDoTest {

  private static final String BINDERS = "/document-manager/v1/binders";

  private final PartnerAuth auth;
  private final FrontendApp frontend;
  private final PlatformClient anybody;
  private final PlatformClient backend;
  private String binder = "";
  private PlatformClient owner;
  private PlatformClient signer;
  private PlatformClient stranger;

  BindersShowWhatAPartyMayDoTest(AuthSandbox sandbox, PartnerAuth auth, FrontendApp frontend) {
    this.auth = auth;
    this.frontend = frontend;
    this.anybody = PlatformClient.of(sandbox);
    this.backend = anybody.with(auth.accessToken().get().reveal());
    this.owner = backend;
    this.signer = backend;
    this.stranger = backend;
  }

  @BeforeEach
  void aBinderOfTwoParties() {
    Reply created =
        backend.send(
            "POST",
            BINDERS,
            """
            {"name":"Lease","parties":[
              {"emailAddress":"ada@example.com","roles":["OWNER"]},
              {"emailAddress":"grace@example.com","roles":["SIGNER","VIEWER"]}]}
            """);
    binder = BINDERS + "/" + created.text("binderId");
    JsonArray parties = created.json().getAsJsonObject().getAsJsonArray("parties");
    owner = scopedTo(partyId(parties, 0));
    signer = scopedTo(partyId(parties, 1));
    stranger = scopedTo("nobody");
  }

  private static String partyId(JsonArray parties, int index) {
    return parties.get(index).getAsJsonObject().get("partyId").getAsString();
  }

  private PlatformClient scopedTo(String upid) {
    ServiceTokenRequest request =
        ServiceTokenRequest.of(
                StandardPurposes.BINDER_PARTY_ACCESS,
                Claims.of(new Upid(upid)),
                Lifetime.of(Duration.ofHours(2)))
            .get();
    return anybody.with(
        auth.exchangingAs(frontend).delegate(request, Duration.ofMinutes(10)).get().reveal());
  }

  @Test
  void everyPartyReadsTheBinderAndNobodyElse() {
    assertThat(statuses("GET", binder)).containsExactly(200, 200, 403, 200);
  }

  @Test
  void onlyTheOwnerSeesAndChangesTheParties() {
    assertThat(statuses("GET", binder + "/parties")).containsExactly(200, 403, 403, 200);
  }

  @Test
  void onlyTheOwnerInvites() {
    assertThat(statuses("POST", binder + "/requests/invitations"))
        .containsExactly(201, 403, 403, 201);
  }

  @Test
  void onlyAGeneralTokenListsAndDeletesBinders() {
    assertThat(List.of(statuses("GET", BINDERS), statuses("DELETE", binder)))
        .containsExactly(List.of(403, 403, 403, 200), List.of(403, 403, 403, 204));
  }

  /** By owner, signer, stranger and back end, in this order. */
  private List<Integer> statuses(String method, String path) {
    List<Integer> statuses = new ArrayList<>();
    for (PlatformClient client : List.of(owner, signer, stranger, backend)) {
      statuses.add(client.send(method, path, "").status());
    }
    return statuses;
  }

  @Test
  void aBinderIsSentAndThenSigned() {
    String before = status();
    owner.send("POST", binder + "/requests/invitations", "");
    String invited = status();
    signer.send("POST", binder + "/requests/signatures", "");

    assertThat(List.of(before, invited, status())).containsExactly("DRAFT", "SENT", "SIGNED");
  }

  @Test
  void onlyASignerDeclines() {
    int byOwner = owner.send("POST", binder + "/requests/declines", "").status();
    int bySigner = signer.send("POST", binder + "/requests/declines", "").status();

    assertThat(List.of(byOwner, bySigner, status())).containsExactly(403, 201, "DECLINED");
  }

  @Test
  void theOwnerRenamesAddsAndRemoves() {
    owner.send("PATCH", binder, "{\"name\":\"Sublease\"}");
    Reply added =
        owner.send(
            "POST",
            binder + "/parties",
            "{\"emailAddress\":\"joan@example.com\",\"roles\":[\"VIEWER\"]}");
    String joan = partyId(added.json().getAsJsonObject().getAsJsonArray("parties"), 2);
    Reply removed = owner.send("DELETE", binder + "/parties/" + joan, "");

    assertThat(
            List.of(
                added.text("name"),
                added.json().getAsJsonObject().getAsJsonArray("parties").size(),
                removed.json().getAsJsonObject().getAsJsonArray("parties").size()))
        .containsExactly("Sublease", 3, 2);
  }

  @Test
  void whatIsMissingIsToldWithACure() {
    assertThat(
            List.of(
                backend.send("POST", BINDERS, "{\"parties\":1}").text("message"),
                backend.send("POST", BINDERS, "{\"parties\":[{}]}").text("message"),
                owner.send("POST", binder + "/parties", "{\"emailAddress\":\"a\"}").text("message"),
                owner
                    .send(
                        "POST",
                        binder + "/parties",
                        "{\"emailAddress\":\"a\",\"roles\":[\"KING\"]}")
                    .text("message"),
                owner.send("PATCH", binder, "{}").text("message"),
                backend.send("POST", binder + "/requests/signatures", "").text("message")))
        .containsExactly(
            "parties is no list.",
            "A party's emailAddress is missing.",
            "A party's roles are missing: OWNER, SIGNER or VIEWER.",
            "A party's role is none of OWNER, SIGNER and VIEWER.",
            "name is missing, or is no string.",
            "partyId is missing, or is no party of the binder.");
  }

  @Test
  void aPersistentInterviewsPartyOwnsItsBinder() {
    JsonObject body = new JsonObject();
    body.addProperty("templateId", LeaseTemplate.ID);
    body.addProperty("partyEmailAddress", "ada@example.com");
    String binderId =
        backend
            .post("/rocketdoc/v2/interviews", body)
            .json()
            .getAsJsonObject()
            .getAsJsonObject("binder")
            .get("binderId")
            .getAsString();

    assertThat(
            List.of(
                owner.get(BINDERS + "/" + binderId + "/parties").status(),
                signer.get(BINDERS + "/" + binderId).status()))
        .containsExactly(200, 403);
  }

  @Test
  void onlyAGeneralTokenReadsTheEventsOfItsApp() {
    int byAParty = owner.get("/events/v1/events").status();

    assertThat(List.of(byAParty, backend.get("/events/v1/events").json()))
        .containsExactly(
            403,
            JsonParser.parseString(
                "[{\"eventType\":\"BINDER_CREATED\",\"subjectId\":\""
                    + binder.substring(BINDERS.length() + 1)
                    + "\",\"occurredAt\":\"2026-01-31T09:00:00Z\"}]"));
  }

  private String status() {
    return backend.get(binder + "/status").text("status");
  }
}
