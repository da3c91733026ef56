package dev.partnerauth.testkit.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.partnerauth.http.transport.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * An input that says what a server answers: a line with the call, the status, and {@code zip} where
 * the target shall compress the body itself; header lines; an empty line; the body. Anything can be
 * read as a script.
 */
final class AnswerScript {

  private final String opening;
  private final List<String> headerLines;
  private final byte[] body;

  private AnswerScript(String opening, List<String> headerLines, byte[] body) {
    this.opening = opening;
    this.headerLines = headerLines;
    this.body = body;
  }

  static AnswerScript of(byte[] input) {
    int end = 0;
    while (end + 1 < input.length && !(input[end] == '\n' && input[end + 1] == '\n')) {
      end++;
    }
    boolean bodiless = end + 1 >= input.length;
    int headLength = bodiless ? input.length : end;
    int bodyStart = bodiless ? input.length : end + 2;
    List<String> head = new String(input, 0, headLength, ISO_8859_1).lines().toList();
    return new AnswerScript(
        head.isEmpty() ? "" : head.get(0),
        head.isEmpty() ? List.of() : head.subList(1, head.size()),
        Arrays.copyOfRange(input, bodyStart, input.length));
  }

  ScriptedCall call() {
    return switch (opening.isEmpty() ? ' ' : opening.charAt(0)) {
      case 's' -> ScriptedCall.SERVICE_TOKEN;
      case 'e' -> ScriptedCall.EXCHANGE;
      default -> ScriptedCall.ACCESS_TOKEN;
    };
  }

  int status() {
    String digits = opening.replaceAll("[^0-9]", "");
    return digits.isEmpty() || digits.length() > 9 ? 500 : Integer.parseInt(digits);
  }

  HttpResponse answering(int status) {
    return new HttpResponse(status, headers(), opening.contains("zip") ? zipped() : body);
  }

  private Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new HashMap<>();
    for (String line : headerLines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers
            .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private byte[] zipped() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  AnswerScript with(Splices splices) {
    return new AnswerScript(
        opening,
        headerLines.stream()
            .map(line -> new String(splices.into(line.getBytes(ISO_8859_1)), ISO_8859_1))
            .toList(),
        splices.into(body));
  }
}
