package dev.partnerauth.benchmarks.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.partnerauth.benchmarks.Samples;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A request whose strings are all there before anything is measured, the tokens of the answers
 * included: the server's answers are always alike.
 *
 * @param field where the token stands in the answer
 */
record Prepared(URI uri, Map<String, String> headers, String body, String field) {

  private static final Map<String, String> PLAIN =
      Map.of("Content-Type", "application/json", "Accept", "application/json");

  /** The three of a flow. */
  static List<Prepared> flow(URI base) {
    URI accessToken = base.resolve("/accesstoken");
    String bearer = cut(Answers.ACCESS_TOKEN, "access_token");
    String code = cut(Answers.SERVICE_TOKEN, "token");
    return List.of(
        new Prepared(
            accessToken,
            PLAIN,
            """
            {"grant_type":"client_credentials","client_id":"%s","client_secret":"%s"}"""
                .formatted(
                    Samples.BACKEND.clientId().value(), Samples.BACKEND.clientSecret().reveal()),
            "access_token"),
        new Prepared(
            base.resolve("/servicetoken"),
            Map.of(
                "Content-Type",
                "application/json",
                "Accept",
                "application/json",
                "Authorization",
                "Bearer " + bearer),
            """
            {"purpose":"api.rocketlawyer.com/rocketdoc","expirationTime":%d,"interviewId":"%s"}"""
                .formatted(OurFlow.EXPIRATION.getEpochSecond(), OurFlow.INTERVIEW.value()),
            "token"),
        new Prepared(
            accessToken,
            PLAIN,
            """
            {"grant_type":"authorization_code","client_id":"%s","client_secret":"%s","code":"%s"}"""
                .formatted(
                    Samples.FRONTEND.clientId().value(),
                    Samples.FRONTEND.clientSecret().reveal(),
                    code),
            "access_token"));
  }

  /** The token in the answer. */
  String token(int status, String answer) {
    if (status != 200) {
      throw new IllegalStateException("status " + status);
    }
    return cut(answer, field);
  }

  /** The text of a member, as Gson's parser finds it. */
  static String cut(String answer, String field) {
    JsonObject json = JsonParser.parseString(answer).getAsJsonObject();
    return json.get(field).getAsString();
  }
}
