package dev.partnerauth.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** HTTP by hand, for headers and bytes that no client would send. */
public record RawHttp(URI root) {

  public static RawHttp to(AuthSandbox sandbox) {
    return new RawHttp(sandbox.root());
  }

  /**
   * @param headers by name in lower case
   */
  public record Reply(int status, Map<String, String> headers, String body) {

    static Reply parse(String text) {
      String[] parts = text.split("\r\n\r\n", 2);
      String[] lines = parts[0].split("\r\n", -1);
      return new Reply(
          Integer.parseInt(lines[0].split(" ", -1)[1]),
          Arrays.stream(lines)
              .skip(1)
              .map(line -> line.split(":", 2))
              .collect(
                  Collectors.toMap(
                      header -> header[0].toLowerCase(Locale.ROOT),
                      header -> header[1].strip(),
                      (first, second) -> first)),
          parts.length > 1 ? parts[1] : "");
    }

    public JsonObject json() {
      return JsonParser.parseString(body).getAsJsonObject();
    }

    public String contentType() {
      return headers.getOrDefault("content-type", "none").split(";", 2)[0];
    }

    /** Status, media type and title of a problem. */
    public String problem() {
      return status + " " + contentType() + " " + json().get("title").getAsString();
    }
  }

  /**
   * @param headers each a line
   */
  public Reply send(String method, String path, String body, String... headers) {
    String more = Arrays.stream(headers).map(line -> line + "\r\n").collect(Collectors.joining());
    String host =
        Arrays.stream(headers).anyMatch(line -> line.startsWith("Host:"))
            ? ""
            : "Host: " + root.getAuthority() + "\r\n";
    return raw(
        method
            + " "
            + path
            + " HTTP/1.1\r\n"
            + host
            + more
            + "Connection: close\r\nContent-Length: "
            + body.getBytes(UTF_8).length
            + "\r\n\r\n"
            + body);
  }

  public Reply get(String path) {
    return send("GET", path, "");
  }

  /** As the console does. */
  public Reply json(String method, String path, String body) {
    return send(method, path, body, "Content-Type: application/json");
  }

  public Reply raw(String request) {
    return Reply.parse(bytes(request));
  }

  /** Whatever comes until the server closes. */
  public String bytes(String request) {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
