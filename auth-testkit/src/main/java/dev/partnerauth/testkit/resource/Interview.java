package dev.partnerauth.testkit.resource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.claim.Upid;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An interview as it stands. Immutable, but for its answers, which are never changed in place.
 *
 * @param owner the back-end app, by the platform's own id, whose customer's it is
 * @param party to whom a persistent one belongs
 * @param binderId of a persistent one
 * @param documentId under which its document will be found
 * @param answers by question
 * @param concurrencyId counts the changes
 */
record Interview(
    InterviewId id,
    String owner,
    Optional<Upid> party,
    Optional<String> partnerEndUserId,
    Optional<String> binderId,
    String documentId,
    JsonObject answers,
    boolean completed,
    long concurrencyId,
    Instant createdAt,
    Instant updatedAt) {

  boolean isEphemeral() {
    return binderId.isEmpty();
  }

  /** With these answers beside, or in place of, those that it has. */
  Interview answering(JsonObject more, Instant now) {
    JsonObject all = answers.deepCopy();
    for (Map.Entry<String, JsonElement> answer : more.entrySet()) {
      all.add(answer.getKey(), answer.getValue());
    }
    return changed(all, completed, now);
  }

  Interview complete(Instant now) {
    return changed(answers, true, now);
  }

  private Interview changed(JsonObject changedAnswers, boolean nowCompleted, Instant now) {
    return new Interview(
        id,
        owner,
        party,
        partnerEndUserId,
        binderId,
        documentId,
        changedAnswers,
        nowCompleted,
        concurrencyId + 1,
        createdAt,
        now);
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("interviewId", id.value());
    json.addProperty("interviewName", LeaseTemplate.NAME);
    json.addProperty("templateId", LeaseTemplate.ID);
    json.addProperty("templateVersionId", LeaseTemplate.VERSION);
    partnerEndUserId.ifPresent(user -> json.addProperty("partnerEndUserId", user));
    json.addProperty("storageType", isEphemeral() ? "ephemeral" : "persistent");
    json.addProperty("interviewStatus", completed ? "completed" : "created");
    json.addProperty("createdAt", createdAt.toString());
    json.addProperty("updatedAt", updatedAt.toString());
    json.add("answersPayload", answers.deepCopy());
    json.addProperty("concurrencyId", Long.toString(concurrencyId));
    binder().ifPresent(binder -> json.add("binder", binder));
    return json;
  }

  Optional<JsonObject> binder() {
    return binderId.map(
        id -> {
          JsonObject binder = new JsonObject();
          binder.addProperty("binderId", id);
          binder.addProperty("documentId", documentId);
          return binder;
        });
  }
}
