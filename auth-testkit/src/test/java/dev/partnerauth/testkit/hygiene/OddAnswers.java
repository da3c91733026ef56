package dev.partnerauth.testkit.hygiene;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Answers that give back what they were sent, in every place where somebody might print it. */
final class OddAnswers {

  private OddAnswers() {}

  static List<String> echoing(String secret) {
    List<String> answers = new ArrayList<>();
    String json = new Gson().toJson(secret);
    String bare = json.substring(1, json.length() - 1);
    String url = URLEncoder.encode(secret, UTF_8);
    String base64 = Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));
    for (String echo : List.of(bare, url, base64)) {
      answers.add(answer("400 No", "", fault(echo)));
      answers.add(answer("401 No", "X-Request-Id: " + echo + "\r\n", fault("Bearer " + echo)));
      answers.add(answer("403 No", "Retry-After: " + echo + "\r\n", forbidden(echo)));
    }
    answers.add(answer("404 " + secret, "", "<html>" + secret + "</html>"));
    answers.add(answer("200 OK", "", "{\"error\":" + json + ",\"expires_in\":" + json + "}"));
    answers.add(answer("200 OK", "", "not JSON: " + secret));
    answers.add(answer("200 OK", "Content-Encoding: " + secret + "\r\n", json));
    answers.add(
        "HTTP/1.1 200 OK\r\nContent-Type: text/" + secret + "; charset=" + secret + "\r\n\r\nä");
    answers.add("HTTP/1.1 " + secret + " OK\r\n\r\n");
    answers.add(secret + "\r\n" + secret + ": " + secret + "\r\n\r\n");
    answers.add("HTTP/1.1 200 OK\r\n" + secret + "\r\n\r\n");
    answers.add("HTTP/1.1 200 OK\r\nContent-Length: " + secret + "\r\n\r\n{}");
    answers.add("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + secret + "\r\n");
    answers.add("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + secret);
    answers.add("HTTP/1.1 302 Found\r\nLocation: https://" + secret + "/\r\n\r\n");
    return answers;
  }

  /** A token in an answer that is none. */
  static String notFitting() {
    return answer(
        "200 OK",
        "",
        "{\"access_token\":\""
            + Canaries.ANSWERED
            + "\",\"token\":\""
            + Canaries.ANSWERED
            + "\",\"purpose\":\"a\\nb\",\"token_type\":\"mac\"}");
  }

  private static String fault(String text) {
    return "{\"fault\":{\"faultstring\":\"no "
        + text
        + "\",\"detail\":{\"errorcode\":\""
        + text
        + "\"}}}";
  }

  private static String forbidden(String text) {
    return "{\"status\":403,\"error\":\"" + text + "\",\"message\":\"claim " + text + "\"}";
  }

  private static String answer(String status, String headers, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\nContent-Type: application/json\r\n"
        + headers
        + "Content-Length: "
        + body.getBytes(UTF_8).length
        + "\r\n\r\n"
        + body;
  }
}
