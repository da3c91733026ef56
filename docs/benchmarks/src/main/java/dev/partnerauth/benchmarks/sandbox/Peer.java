package dev.partnerauth.benchmarks.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.partnerauth.benchmarks.Children;
import java.io.IOException;
import java.util.List;

/** The servers that are measured. Each runs in a Java of its own, with its jars and no others. */
enum Peer {
  BARE("bare httpcore5, constant answer", BareServer.class, "httpcore5|slf4j"),
  OURS(
      "AuthSandbox",
      OurServer.class,
      "auth-|httpcore5|slf4j|gson|nimbus-jose-jwt|opentest4j|vavr|jspecify"),
  WIREMOCK(
      "WireMock, constant answer, no journal", ForgetfulWireMockPeer.class, "wiremock-standalone"),
  WIREMOCK_AS_IT_COMES("WireMock, constant answer", WireMockPeer.class, "wiremock-standalone"),
  MOCK_WEB_SERVER(
      "MockWebServer, constant answer",
      MockWebServerPeer.class,
      "mockwebserver|okhttp|okio|kotlin|junit"),
  MOCK_OAUTH2(
      "mock-oauth2-server",
      MockOAuth2Peer.class,
      "mock-oauth2-server|oauth2-oidc-sdk|content-type|json-smart|accessors-smart|asm|lang-tag|"
          + "nimbus-jose-jwt|kotlin|jackson|netty|slf4j|freemarker|bc|mockwebserver|okhttp|okio|junit");

  static final String PATH = "/partners/v1/auth/accesstoken";

  private static final List<String> OPTIONS = List.of("-Xmx1g");
  private static final byte[] JSON_REQUEST =
      post(
          PATH,
          "application/json",
          "{\"grant_type\":\"client_credentials\",\"client_id\":\"backend-key\","
              + "\"client_secret\":\"backend-secret\"}");
  private static final byte[] FORM_REQUEST =
      post(
          "/default/token",
          "application/x-www-form-urlencoded",
          "grant_type=client_credentials&client_id=backend-key"
              + "&client_secret=backend-secret&scope=all");

  private final String title;
  private final Class<?> server;
  private final String jars;

  /**
   * @param jars how the names of those begin that it needs, as a regular expression
   */
  Peer(String title, Class<?> server, String jars) {
    this.title = title;
    this.server = server;
    this.jars = jars;
  }

  String title() {
    return title;
  }

  /** For a token, as this server wants it. */
  byte[] request() {
    return this == MOCK_OAUTH2 ? FORM_REQUEST : JSON_REQUEST;
  }

  static byte[] post(String path, String contentType, String body, String... headers) {
    return """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Accept: application/json\r
        Content-Type: %s\r
        Content-Length: %d\r
        %s\r
        %s"""
        .formatted(path, contentType, body.length(), String.join("", headers), body)
        .getBytes(UTF_8);
  }

  /** Returns when it listens. */
  ServerChild start() throws IOException {
    return ServerChild.of(Children.startListening(server, this::needs, OPTIONS));
  }

  private boolean needs(String jar) {
    return jar.matches("(classes|" + jars + ").*");
  }
}
