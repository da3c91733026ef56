package dev.partnerauth.examples.suite;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What a partner's page does with the token it was handed: it talks to the platform itself. */
public final class FrontEnd {

  private final URI platform;
  private final String token;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param platform its root
   */
  public FrontEnd(URI platform, String token) {
    this.platform = platform;
    this.token = token;
  }

  /** Answers a page and completes the interview. */
  public void finish(String interviewId) {
    JsonObject answers = new JsonObject();
    answers.addProperty("tenantName", "Ada");
    JsonObject body = new JsonObject();
    body.add("answersPayload", answers);
    String interview = "/interviews/" + interviewId;
    require(200, send("PATCH", interview + "/pages/first", body.toString()));
    require(201, send("POST", interview + "/completions", ""));
  }

  /** Below {@code /rocketdoc/v2}. */
  public Answer get(String path) {
    return send("GET", path, "");
  }

  private Answer send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(platform.resolve("/rocketdoc/v2" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return Answer.of(client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException("The platform did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void require(int status, Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(answer.status() + " rather than " + status);
    }
  }
}
