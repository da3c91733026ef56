package dev.partnerauth.testkit.contract;

import java.util.List;
import java.util.stream.Collectors;

/** Answers in octets, as they go over the wire. */
final class RawAnswers {

  private RawAnswers() {}

  /** With a length that is told. */
  static String of(int status, String octets, String... headers) {
    return head(status, headers) + "Content-Length: " + octets.length() + "\r\n\r\n" + octets;
  }

  /** In three chunks, or as many as it has octets. */
  static String chunked(String octets) {
    int third = Math.max(1, octets.length() / 3);
    StringBuilder chunks = new StringBuilder();
    for (int from = 0; from < octets.length(); from += third) {
      chunks.append(chunk(octets.substring(from, Math.min(octets.length(), from + third))));
    }
    return head(200) + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n";
  }

  static String chunk(String octets) {
    return Integer.toHexString(octets.length()) + "\r\n" + octets + "\r\n";
  }

  /** Without an end to the head. */
  static String head(int status, String... headers) {
    return "HTTP/1.1 "
        + status
        + " Whatever\r\n"
        + List.of(headers).stream().map(header -> header + "\r\n").collect(Collectors.joining());
  }

  /** What was asked, said again. */
  static String echo(ReceivedRequest request) {
    return of(200, request.octets());
  }

  /** The least that the token endpoint grants. */
  static String accessToken(ReceivedRequest request) {
    return of(
        200,
        "{\"access_token\":\"granted\",\"token_type\":\"BearerToken\",\"expires_in\":\"35999\"}",
        "Content-Type: application/json");
  }
}
