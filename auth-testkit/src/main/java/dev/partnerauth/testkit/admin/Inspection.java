package dev.partnerauth.testkit.admin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.partnerauth.claim.BinderId;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.Upid;
import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.PartyRole;
import dev.partnerauth.scope.Resource;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.scope.ScopeRules;
import dev.partnerauth.scope.Verdict;
import dev.partnerauth.testkit.engine.OpenedToken;
import dev.partnerauth.testkit.engine.PlatformEngine;
import java.util.Arrays;
import java.util.Optional;

/** What a token is, and what it may do to what is its own and to what is another's. */
final class Inspection {

  private static final InterviewId AN_INTERVIEW = new InterviewId("any-interview");
  private static final InterviewId ANOTHER_INTERVIEW = new InterviewId("another-interview");
  private static final Upid A_PARTY = new Upid("any-party");
  private static final Upid ANOTHER_PARTY = new Upid("another-party");

  private Inspection() {}

  static JsonObject of(PlatformEngine engine, String token) {
    JsonObject json = new JsonObject();
    Optional<OpenedToken> opened = engine.open(token);
    json.addProperty("known", opened.isPresent());
    opened.ifPresent(known -> tell(engine, known, json));
    engine
        .bearerOf(opened)
        .peekLeft(refusal -> json.addProperty("refusedAsBearer", refusal.text()));
    return json;
  }

  private static void tell(PlatformEngine engine, OpenedToken token, JsonObject json) {
    json.addProperty("lineage", token.lineage().toString());
    engine.appOf(token).ifPresent(app -> json.addProperty("app", app.clientId().value()));
    Scope scope = engine.scopeOf(token);
    json.addProperty("opens", scope.describe());
    json.add("operations", operations(scope));
  }

  private static JsonArray operations(Scope scope) {
    JsonArray rows = new JsonArray();
    Arrays.stream(Operation.values())
        .forEach(
            operation -> {
              JsonObject row = new JsonObject();
              row.addProperty("operation", operation.name());
              row.addProperty("route", operation.method() + " " + operation.pathTemplate());
              row.addProperty("wants", operation.access().sufficientToken());
              row.add("own", verdict(scope, operation, own(scope, operation)));
              row.add(
                  "others",
                  verdict(scope, operation, touched(operation, ANOTHER_INTERVIEW, ANOTHER_PARTY)));
              rows.add(row);
            });
    return rows;
  }

  private static Resource own(Scope scope, Operation operation) {
    return touched(
        operation,
        scope instanceof Scope.Interview interview ? interview.interviewId() : AN_INTERVIEW,
        scope instanceof Scope.Party party ? party.upid() : A_PARTY);
  }

  private static Resource touched(Operation operation, InterviewId interview, Upid party) {
    return switch (operation.access()) {
      case NO_TOKEN, GENERAL_TOKEN -> Resource.none();
      case OWN_INTERVIEW -> Resource.interview(interview).of(party);
      case OWN_INTERVIEWS_DOCUMENT -> Resource.documentOf(interview);
      case ANY_PARTY, SIGNER_PARTY, OWNER_PARTY ->
          Resource.binder(new BinderId("any-binder"))
              .with(party, PartyRole.OWNER, PartyRole.SIGNER);
    };
  }

  private static JsonObject verdict(Scope scope, Operation operation, Resource resource) {
    Verdict verdict = ScopeRules.standard().check(scope, operation, resource);
    JsonObject json = new JsonObject();
    if (verdict instanceof Verdict.Refused refused) {
      json.addProperty("may", "no");
      json.addProperty("reason", refused.violation().reason().description());
    } else if (verdict instanceof Verdict.DependsOn depends) {
      json.addProperty("may", "depends");
      json.addProperty("reason", depends.fact().description());
    } else {
      json.addProperty("may", "yes");
    }
    return json;
  }
}
