package dev.partnerauth.testkit.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.RawHttp;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@AuthSandboxTest
class ConsoleTest {

  private final AuthSandbox sandbox;
  private final RawHttp http;

  ConsoleTest(AuthSandbox sandbox) {
    this.sandbox = sandbox;
    this.http = RawHttp.to(sandbox);
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/console/main.js, text/javascript",
    "/console/console.css, text/css",
    "/console/favicon.svg, image/svg+xml"
  })
  void itsFilesAreServedByTheirKind(String path, String type) {
    assertThat(http.get(path))
        .returns(200, RawHttp.Reply::status)
        .returns(type, RawHttp.Reply::contentType);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/console/main.js", "/console/nothing.js"})
  void everyAnswerIsGuarded(String path) {
    Map<String, String> headers = new TreeMap<>(http.get(path).headers());
    headers
        .keySet()
        .removeAll(Set.of("date", "server", "connection", "content-length", "content-type"));

    assertThat(headers)
        .isEqualTo(
            Map.of(
                "content-security-policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'",
                "x-content-type-options",
                "nosniff",
                "referrer-policy",
                "no-referrer",
                "cross-origin-opener-policy",
                "same-origin",
                "cross-origin-resource-policy",
                "same-origin",
                "cache-control",
                "no-store"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/",
        "/console/nothing.js",
        "/console/../Console.class",
        "/console/Console.class"
      })
  void nothingElseIsThere(String path) {
    assertThat(http.get(path).problem()).isEqualTo("404 application/problem+json Not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void itIsOnlyRead(String method) {
    assertThat(http.send(method, "/", "").problem())
        .isEqualTo("405 application/problem+json Method not allowed");
  }

  @Test
  void itIsNotServedWithoutItsBody() {
    assertThat(http.send("HEAD", "/", "").status()).isEqualTo(405);
  }

  @Test
  void aNameThatOnlyPointsHereIsRefused() {
    assertThat(http.send("GET", "/", "", "Host: evil.example").problem())
        .isEqualTo("403 application/problem+json Forbidden");
  }

  @Test
  void itsRequestsAreNotThePlatforms() {
    http.get("/");
    http.get("/console/nothing.js");
    http.send("POST", "/", "{}");

    assertThat(sandbox.journal().entries()).isEmpty();
  }
}
