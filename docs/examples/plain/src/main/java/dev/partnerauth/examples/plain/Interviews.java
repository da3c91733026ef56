package dev.partnerauth.examples.plain;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.violation.InvalidRequestException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Interviews at the platform, and whose they are. Owners belong into your database. */
final class Interviews {

  private final HttpClient platform;
  private final URI base;
  private final String templateId;
  private final Map<InterviewId, String> owners = new ConcurrentHashMap<>();

  /**
   * @param platform carries the general access token, to the platform only
   */
  Interviews(HttpClient platform, URI base, String templateId) {
    this.platform = platform;
    this.base = base;
    this.templateId = templateId;
  }

  InterviewId start(String user) throws IOException, InterruptedException {
    JsonObject wanted = new JsonObject();
    wanted.addProperty("templateId", templateId);
    wanted.addProperty("partnerEndUserId", user);
    wanted.addProperty("partyEmailAddress", user + "@example.com");
    HttpRequest request =
        at("/interviews")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(wanted.toString()))
            .build();
    InterviewId started =
        InterviewId.of(json(201, request).get("interviewId").getAsString())
            .getOrElseThrow(InvalidRequestException::new);
    owners.put(started, user);
    return started;
  }

  /** The interview, if there is one and it is this user's. */
  Optional<InterviewId> of(String user, String interviewId) {
    return InterviewId.of(interviewId)
        .toJavaOptional()
        .filter(interview -> user.equals(owners.get(interview)));
  }

  /** The document's HTML, once the interview is completed. */
  Optional<String> document(InterviewId interview) throws IOException, InterruptedException {
    JsonObject state = json(200, at("/interviews/" + interview.value()).build());
    if (!state.get("interviewStatus").getAsString().equals("completed")) {
      return Optional.empty();
    }
    String document = state.getAsJsonObject("binder").get("documentId").getAsString();
    return Optional.of(text(200, at("/documents/" + document).build()));
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private JsonObject json(int status, HttpRequest request)
      throws IOException, InterruptedException {
    return JsonParser.parseString(text(status, request)).getAsJsonObject();
  }

  private String text(int status, HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = platform.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IOException(request.uri().getPath() + " was answered with " + answer.statusCode());
    }
    return answer.body();
  }
}
