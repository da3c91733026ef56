package dev.partnerauth.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.RawHttp;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestsThatAreNoneAreToldTest {

  private static final String TOKENS = "POST /partners/v1/auth/accesstoken HTTP/1.1\r\n";

  private final AuthSandbox sandbox = AuthSandbox.start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of(
            "a header line that is too long",
            TOKENS + "Host: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n",
            "431 application/problem+json Request header fields too large"),
        Arguments.of(
            "too many header lines",
            TOKENS + "Host: localhost\r\n" + "X-Many: 1\r\n".repeat(200) + "\r\n",
            "431 application/problem+json Request header fields too large"),
        Arguments.of(
            "a path that is too long",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "431 application/problem+json Request header fields too large"),
        Arguments.of("no HTTP at all", "hello\r\n\r\n", "400 application/problem+json Bad request"),
        Arguments.of(
            "no Host",
            TOKENS + "Content-Length: 0\r\n\r\n",
            "400 application/problem+json Bad request"),
        Arguments.of(
            "a version of HTTP that is none",
            "POST /partners/v1/auth/accesstoken HTTP/7.0\r\nHost: localhost\r\n\r\n",
            "505 application/problem+json HTTP version not supported"),
        Arguments.of(
            "a body that is too large",
            TOKENS
                + "Host: localhost\r\nConnection: close\r\nContent-Length: 70000\r\n\r\n"
                + "x".repeat(70_000),
            "413 application/problem+json Content too large"),
        Arguments.of(
            "two ways to tell the body's length",
            TOKENS
                + "Host: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "400 application/problem+json Bad request"),
        Arguments.of(
            "another method",
            "GET /partners/v1/auth/accesstoken HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "405 application/problem+json Method not allowed"),
        Arguments.of(
            "an unknown path",
            "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "404 application/problem+json No such path"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void aProblemSaysWhatTheSandboxExpected(String what, String request, String problem) {
    assertThat(RawHttp.to(sandbox).raw(request).problem()).isEqualTo(problem);
  }

  @Test
  void aBodyWithoutALengthEndsTheConnection() {
    String request = TOKENS + "Host: localhost\r\nContent-Length: many\r\n\r\n";

    assertThat(RawHttp.to(sandbox).bytes(request)).isEmpty();
  }

  @Test
  void theSandboxGoesOnAfterwards() {
    RawHttp.to(sandbox).raw("hello\r\n\r\n");

    assertThat(RawHttp.to(sandbox).get("/health").status()).isEqualTo(200);
  }
}
