package dev.partnerauth.testkit.resource;

import com.google.gson.JsonObject;

/**
 * What a page of an interview asks.
 *
 * @param id under which its answer stands
 * @param type {@code text}, {@code number} or {@code date}
 */
record Question(String id, String label, String type) {

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("questionId", id);
    json.addProperty("label", label);
    json.addProperty("type", type);
    return json;
  }
}
