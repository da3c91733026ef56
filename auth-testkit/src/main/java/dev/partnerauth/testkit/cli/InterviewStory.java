package dev.partnerauth.testkit.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.http.bearer.BearerCalls;
import dev.partnerauth.http.bearer.BearerTokens;
import dev.partnerauth.http.bearer.InterviewResponses;
import dev.partnerauth.http.bearer.OutOfScopeException;
import dev.partnerauth.http.bearer.PlatformHosts;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.violation.Violation;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** An interview from its template to its document, over a sandbox of ours. */
final class InterviewStory {

  private static final String ROCKETDOC = "/rocketdoc/v2";

  private final URI root;
  private final PartnerAuth auth;
  private final FrontendApp frontendApp;

  InterviewStory(URI root, PartnerAuth auth, FrontendApp frontendApp) {
    this.root = root;
    this.auth = auth;
    this.frontendApp = frontendApp;
  }

  /** Whether every step went as it should; the first that does not is the last. */
  Either<String, ?> tell(Narrator narrator) {
    try {
      return told(narrator);
    } catch (UnexpectedAnswerException | IOException e) {
      narrator.wrong(String.valueOf(e.getMessage()));
      return Either.left("not as told");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Either.left("interrupted");
    }
  }

  private Either<String, ?> told(Narrator narrator) throws IOException, InterruptedException {
    HttpClient backend = client(BearerTokens.general(auth));

    narrator.step("The back end chooses a template and begins an interview.");
    JsonObject template =
        json(200, send(backend, "GET", "/templates", "")).getAsJsonArray().get(0).getAsJsonObject();
    JsonObject wanted = new JsonObject();
    wanted.addProperty("templateId", template.get("templateId").getAsString());
    wanted.addProperty("partnerEndUserId", "user-1");
    wanted.addProperty("partyEmailAddress", "user-1@example.com");
    HttpResponse<String> created = send(backend, "POST", "/interviews", wanted.toString());
    String id = json(201, created).getAsJsonObject().get("interviewId").getAsString();
    narrator.timed(template.get("name").getAsString() + ", interview " + id);

    narrator.step("The front end answers the pages, with a token for this interview's party only.");
    HttpClient frontend =
        client(BearerTokens.exchanged(auth.exchangingAs(frontendApp), brought(created)));
    Optional<String> page = Optional.of("first");
    while (page.isPresent()) {
      page = answered(frontend, id, page.get(), narrator);
    }

    narrator.step("It completes the interview.");
    String documentId =
        json(201, send(frontend, "POST", "/interviews/" + id + "/completions", ""))
            .getAsJsonObject()
            .getAsJsonObject("binder")
            .get("documentId")
            .getAsString();
    narrator.timed("document " + documentId);

    narrator.step("The back end fetches the document.");
    HttpResponse<String> document = send(backend, "GET", "/documents/" + documentId, "");
    expect(200, document);
    narrator.timed(document.body().length() + " characters of HTML");

    narrator.step("Refused here, before anything is sent: the front end asks for all interviews.");
    return refused(frontend, narrator);
  }

  /** The next page, where there is one. */
  private Optional<String> answered(HttpClient frontend, String id, String page, Narrator narrator)
      throws IOException, InterruptedException {
    String path = "/interviews/" + id + "/pages/" + page;
    JsonObject asked = json(200, send(frontend, "GET", path, "")).getAsJsonObject();
    JsonArray questions = asked.getAsJsonObject("currentPageData").getAsJsonArray("questions");
    JsonObject answers = new JsonObject();
    for (JsonElement question : questions) {
      String name = question.getAsJsonObject().get("questionId").getAsString();
      answers.addProperty(name, "the " + name);
    }
    JsonObject body = new JsonObject();
    body.add("answersPayload", answers);
    expect(200, send(frontend, "PATCH", path, body.toString()));
    narrator.timed(asked.get("name").getAsString() + " " + answers.keySet());
    return Optional.ofNullable(asked.getAsJsonObject("nextPageData"))
        .map(next -> next.get("pageId").getAsString());
  }

  private Either<String, ?> refused(HttpClient frontend, Narrator narrator)
      throws IOException, InterruptedException {
    try {
      HttpResponse<String> answer = send(frontend, "GET", "/interviews", "");
      narrator.wrong("It was sent, and answered with " + answer.statusCode() + ".");
      return Either.left("not refused");
    } catch (OutOfScopeException e) {
      narrator.timed(e.violation().describe());
      return Either.right(e.violation());
    }
  }

  private HttpClient client(BearerTokens tokens) {
    PlatformHosts hosts = PlatformHosts.of(root.toString()).getOrElseThrow(InterviewStory::bug);
    return BearerCalls.with(tokens, hosts)
        .on(HttpClient.newHttpClient())
        .getOrElseThrow(InterviewStory::bug);
  }

  private static IllegalStateException bug(Violation violation) {
    return new IllegalStateException(violation.describe());
  }

  private static ServiceToken brought(HttpResponse<?> created) {
    return InterviewResponses.standard()
        .serviceToken(created.headers())
        .flatMap(Either::toJavaOptional)
        .orElseThrow(
            () -> new UnexpectedAnswerException("The new interview brought no service token."));
  }

  private HttpResponse<String> send(HttpClient client, String method, String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(root.resolve(ROCKETDOC + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonElement json(int status, HttpResponse<String> answer) {
    expect(status, answer);
    return JsonParser.parseString(answer.body());
  }

  private static void expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new UnexpectedAnswerException(
          answer.request().method()
              + " "
              + answer.uri().getPath()
              + " was answered with "
              + answer.statusCode()
              + " rather than "
              + status
              + ".");
    }
  }

  /** Another answer than the story tells of. */
  private static final class UnexpectedAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnexpectedAnswerException(String message) {
      super(message);
    }
  }
}
