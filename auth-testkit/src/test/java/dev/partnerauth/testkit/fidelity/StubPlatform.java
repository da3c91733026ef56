package dev.partnerauth.testkit.fidelity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.partnerauth.http.BaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Does nothing as the sandbox does: grants all that it is asked for, or all but the first. */
final class StubPlatform implements AutoCloseable {

  static final String TOKEN =
      "canary." + base64("{\"srv\":{},\"rl_api_client_id\":\"one\"}") + ".x";

  private final HttpServer server;
  private final AtomicInteger grantsLeft;

  private StubPlatform(int grants) {
    this.grantsLeft = new AtomicInteger(grants);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  static StubPlatform thatGrantsEverything() {
    return new StubPlatform(Integer.MAX_VALUE);
  }

  /** And says what it was sent. */
  static StubPlatform thatGrantsOnce() {
    return new StubPlatform(1);
  }

  BaseAddress base() {
    return BaseAddress.of("http://127.0.0.1:" + server.getAddress().getPort()).get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String sent =
        exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    boolean granted = grantsLeft.getAndDecrement() > 0;
    byte[] body = (granted ? grant() : refusal(sent)).toString().getBytes(UTF_8);
    exchange.sendResponseHeaders(granted ? 200 : 418, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static JsonObject grant() {
    JsonObject body = new JsonObject();
    body.addProperty("access_token", TOKEN);
    body.addProperty("token", TOKEN);
    body.addProperty("expires_in", 1);
    body.addProperty("expirationTime", 1);
    body.addProperty("application_name", "another");
    return body;
  }

  private static JsonObject refusal(String sent) {
    JsonObject body = new JsonObject();
    body.addProperty("message", sent);
    body.addProperty("error", sent);
    return body;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
