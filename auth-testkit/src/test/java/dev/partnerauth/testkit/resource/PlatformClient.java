package dev.partnerauth.testkit.resource;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.partnerauth.testkit.AuthSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Calls the platform around the tokens with one token. */
record PlatformClient(AuthSandbox sandbox, HttpClient http, Optional<String> token) {

  static PlatformClient of(AuthSandbox sandbox) {
    return new PlatformClient(sandbox, HttpClient.newHttpClient(), Optional.empty());
  }

  PlatformClient with(String bearer) {
    return new PlatformClient(sandbox, http, Optional.of(bearer));
  }

  /** What came back. */
  record Reply(int status, Optional<String> serviceToken, String contentType, String body) {

    JsonElement json() {
      return body.isEmpty() ? JsonNull.INSTANCE : JsonParser.parseString(body);
    }

    String text(String member) {
      return json().getAsJsonObject().get(member).getAsString();
    }
  }

  Reply get(String path) {
    return send("GET", path, "");
  }

  Reply post(String path, JsonObject body) {
    return send("POST", path, body.toString());
  }

  Reply send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(sandbox.root().resolve(path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Reply(
          response.statusCode(),
          response.headers().firstValue("rl-rdoc-servicetoken"),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
