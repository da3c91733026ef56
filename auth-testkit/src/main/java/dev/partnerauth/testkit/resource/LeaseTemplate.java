package dev.partnerauth.testkit.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one template that a sandbox knows: a lease, asked for on three pages. */
final class LeaseTemplate {

  static final String ID = "04d9d0ba-3113-40d3-9a4e-e7b226a72154";
  static final String VERSION = "1";
  static final String NAME = "Residential Lease";

  /**
   * A page of the interview.
   *
   * @param id by which it is asked for
   */
  record Page(String id, String name, List<Question> questions) {}

  static final List<Page> PAGES =
      List.of(
          new Page(
              "parties",
              "Who rents to whom?",
              List.of(
                  new Question("landlordName", "Landlord", "text"),
                  new Question("tenantName", "Tenant", "text"))),
          new Page(
              "premises",
              "What is rented?",
              List.of(
                  new Question("address", "Address", "text"),
                  new Question("monthlyRent", "Monthly rent in dollars", "number"))),
          new Page(
              "term",
              "For how long?",
              List.of(
                  new Question("startDate", "First day", "date"),
                  new Question("months", "Months", "number"))));

  private LeaseTemplate() {}

  /** {@code first} and {@code last} stand for pages too. */
  static Optional<Integer> indexOf(String pageId) {
    if (pageId.equals("first")) {
      return Optional.of(0);
    }
    if (pageId.equals("last")) {
      return Optional.of(PAGES.size() - 1);
    }
    for (int i = 0; i < PAGES.size(); i++) {
      if (PAGES.get(i).id().equals(pageId)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  static JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("templateId", ID);
    json.addProperty("templateVersionId", VERSION);
    json.addProperty("name", NAME);
    return json;
  }

  /** Which answers there may be. */
  static JsonObject taggedAnswerModel() {
    JsonArray answers = new JsonArray();
    PAGES.forEach(page -> page.questions().forEach(question -> answers.add(question.json())));
    JsonObject json = json();
    json.add("taggedAnswers", answers);
    return json;
  }

  /** The document that the answers make; values come from requests, so they are escaped. */
  static String html(JsonObject answers) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>")
            .append(NAME)
            .append("</title></head><body><h1>")
            .append(NAME)
            .append("</h1><dl>");
    for (Page page : PAGES) {
      for (Question question : page.questions()) {
        html.append("<dt>").append(question.label()).append("</dt><dd>");
        html.append(escaped(text(answers.get(question.id())))).append("</dd>");
      }
    }
    return html.append("</dl></body></html>").toString();
  }

  private static String text(@Nullable JsonElement answer) {
    return answer == null || answer.isJsonNull()
        ? "…"
        : answer.isJsonPrimitive() ? answer.getAsString() : answer.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
