package dev.partnerauth.testkit.admin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.partnerauth.claim.ClaimName;
import dev.partnerauth.purpose.Purpose;
import dev.partnerauth.testkit.form.FaultForms;
import dev.partnerauth.testkit.journal.JournalEntry;
import dev.partnerauth.testkit.server.WireAnswer;
import dev.partnerauth.violation.InvalidRequest;
import java.util.Collection;
import java.util.List;

/** The platform's parts, as JSON. */
final class Shown {

  private Shown() {}

  static JsonArray texts(Collection<String> texts) {
    JsonArray json = new JsonArray();
    texts.forEach(json::add);
    return json;
  }

  static JsonObject purpose(Purpose purpose) {
    JsonObject json = new JsonObject();
    json.addProperty("name", purpose.name());
    json.add("requires", texts(purpose.required().stream().map(ClaimName::value).toList()));
    json.add("allows", texts(purpose.optional().stream().map(ClaimName::value).toList()));
    return json;
  }

  static JsonArray faultKinds() {
    JsonArray kinds = new JsonArray();
    FaultForms.all()
        .forEach(
            (name, kind) -> {
              JsonObject json = new JsonObject();
              json.addProperty("fault", name);
              json.addProperty("description", kind.description());
              JsonObject parameters = new JsonObject();
              kind.parameters().forEach(parameters::addProperty);
              json.add("parameters", parameters);
              kinds.add(json);
            });
    return kinds;
  }

  static JsonArray entries(List<JournalEntry> entries, int last) {
    JsonArray json = new JsonArray();
    entries.stream().skip(Math.max(0, entries.size() - last)).map(Shown::entry).forEach(json::add);
    return json;
  }

  private static JsonObject entry(JournalEntry entry) {
    JsonObject json = new JsonObject();
    json.addProperty("number", entry.number());
    json.addProperty("at", entry.at().toString());
    json.addProperty("kind", FaultForms.name(entry.kind()));
    json.addProperty("request", entry.request());
    entry.app().ifPresent(app -> json.addProperty("app", app.value()));
    entry.presented().ifPresent(token -> json.addProperty("presented", token.toString()));
    json.addProperty("status", entry.answer().status());
    entry.answer().code().ifPresent(code -> json.addProperty("code", code));
    entry.answer().issued().ifPresent(token -> json.addProperty("issued", token.toString()));
    entry.planned().ifPresent(fault -> json.addProperty("planned", fault));
    return json;
  }

  static WireAnswer mistakes(String what, InvalidRequest invalid) {
    JsonObject problem = new JsonObject();
    problem.addProperty("title", "Mistaken " + what);
    problem.addProperty("status", 400);
    problem.addProperty("detail", invalid.describe());
    JsonArray violations = new JsonArray();
    invalid
        .violations()
        .forEach(
            violation -> {
              JsonObject json = new JsonObject();
              json.addProperty("field", violation.field());
              json.addProperty("problem", violation.problem());
              json.addProperty("cure", violation.cure());
              violations.add(json);
            });
    problem.add("violations", violations);
    return WireAnswer.problem(400, problem);
  }
}
