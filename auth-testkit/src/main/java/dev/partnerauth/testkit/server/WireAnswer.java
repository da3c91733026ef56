package dev.partnerauth.testkit.server;

import com.google.gson.JsonObject;

/** An answer before it is HTTP. */
record WireAnswer(int status, String contentType, JsonObject body) {

  static WireAnswer json(int status, JsonObject body) {
    return new WireAnswer(status, "application/json", body);
  }

  /** RFC 9457: for requests that the platform's documents say nothing about. */
  static WireAnswer problem(int status, String title, String detail) {
    JsonObject body = new JsonObject();
    body.addProperty("title", title);
    body.addProperty("status", status);
    body.addProperty("detail", detail);
    return new WireAnswer(status, "application/problem+json", body);
  }
}
