package dev.partnerauth.examples.suite;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What a server answered. */
public record Answer(int status, java.net.http.HttpHeaders headers, String body) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /** Of the body, which must be a JSON object. */
  public JsonObject json() {
    return JsonParser.parseString(body).getAsJsonObject();
  }

  /** A member of the body that is text. */
  public String text(String member) {
    return json().get(member).getAsString();
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }
}
