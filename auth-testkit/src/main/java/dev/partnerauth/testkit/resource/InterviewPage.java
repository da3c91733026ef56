package dev.partnerauth.testkit.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;

/** A page of an interview, with the ones before and after it. */
final class InterviewPage {

  private InterviewPage() {}

  /** Nothing when there is no such page. */
  static Optional<JsonObject> of(Interview interview, String pageId) {
    return LeaseTemplate.indexOf(pageId).map(index -> json(interview, index));
  }

  private static JsonObject json(Interview interview, int index) {
    JsonObject preview = new JsonObject();
    preview.addProperty("mimeType", "text/html");
    preview.addProperty("data", LeaseTemplate.html(interview.answers()));
    JsonObject json = new JsonObject();
    json.addProperty("name", LeaseTemplate.PAGES.get(index).name());
    json.add("answersPayload", interview.answers().deepCopy());
    json.add("preview", preview);
    if (index > 0) {
      json.add("previousPageData", reference(index - 1));
    }
    json.add("currentPageData", display(interview, index));
    if (index < LeaseTemplate.PAGES.size() - 1) {
      json.add("nextPageData", reference(index + 1));
    }
    json.addProperty("concurrencyId", Long.toString(interview.concurrencyId()));
    return json;
  }

  private static JsonObject reference(int index) {
    JsonObject page = new JsonObject();
    page.addProperty("pageId", LeaseTemplate.PAGES.get(index).id());
    page.addProperty("format", "reference");
    return page;
  }

  private static JsonObject display(Interview interview, int index) {
    LeaseTemplate.Page page = LeaseTemplate.PAGES.get(index);
    JsonArray questions = new JsonArray();
    JsonObject answers = new JsonObject();
    for (Question question : page.questions()) {
      questions.add(question.json());
      if (interview.answers().has(question.id())) {
        answers.add(question.id(), interview.answers().get(question.id()));
      }
    }
    JsonObject json = new JsonObject();
    json.addProperty("pageId", page.id());
    json.addProperty("format", "display");
    json.addProperty("type", "questions");
    json.addProperty("progressPercentage", 100 * (index + 1) / LeaseTemplate.PAGES.size());
    json.add("questions", questions);
    json.add("answers", answers);
    json.addProperty("isFirst", index == 0);
    return json;
  }
}
