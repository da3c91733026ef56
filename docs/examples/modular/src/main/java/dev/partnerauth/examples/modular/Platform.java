package dev.partnerauth.examples.modular;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.partnerauth.PartnerAuth;
import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.http.bearer.BearerCalls;
import dev.partnerauth.http.bearer.BearerTokens;
import dev.partnerauth.http.bearer.NoBearerTokenException;
import dev.partnerauth.http.bearer.PlatformHosts;
import dev.partnerauth.violation.InvalidRequestException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The platform's interviews and documents, by the general token, which stays in here. */
final class Platform {

  private static final Duration CONNECTING = Duration.ofSeconds(2);
  private static final Duration ANSWERING = Duration.ofSeconds(10);

  private final URI api;
  private final String templateId;
  private final HttpClient client;

  private Platform(URI api, String templateId, HttpClient client) {
    this.api = api;
    this.templateId = templateId;
    this.client = client;
  }

  static Platform of(Settings settings, PartnerAuth auth) {
    HttpClient client =
        BearerCalls.with(BearerTokens.general(auth), PlatformHosts.of(settings.platform()))
            .on(HttpClient.newBuilder().connectTimeout(CONNECTING).build())
            .getOrElseThrow(InvalidRequestException::new);
    return new Platform(
        settings.platform().root().resolve("/rocketdoc/v2/"), settings.templateId(), client);
  }

  InterviewId start(String user) {
    JsonObject wanted = new JsonObject();
    wanted.addProperty("templateId", templateId);
    wanted.addProperty("partnerEndUserId", user);
    wanted.addProperty("partyEmailAddress", user + "@example.com");
    String answer =
        send(
            to("interviews")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wanted.toString())));
    return new InterviewId(json(answer).get("interviewId").getAsString());
  }

  /** As HTML; empty until the interview is completed. */
  Optional<String> document(InterviewId id) {
    JsonObject interview = json(send(to("interviews/" + encoded(id.value()))));
    if (!"completed".equals(interview.get("interviewStatus").getAsString())) {
      return Optional.empty();
    }
    String documentId = interview.getAsJsonObject("binder").get("documentId").getAsString();
    return Optional.of(send(to("documents/" + encoded(documentId))));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(api + path)).timeout(ANSWERING);
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      int status = answer.statusCode();
      if (status >= 300) {
        throw new PlatformException(
            "The platform answered " + status, status == 429 || status >= 500);
      }
      return answer.body();
    } catch (NoBearerTokenException e) {
      throw new AuthException(e.failure());
    } catch (IOException e) {
      throw new PlatformException("The platform did not answer: " + e, true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("The platform's answer was not waited for", true);
    }
  }

  private static JsonObject json(String answer) {
    return JsonParser.parseString(answer).getAsJsonObject();
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
