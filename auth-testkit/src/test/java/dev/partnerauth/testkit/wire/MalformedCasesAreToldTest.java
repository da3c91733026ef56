package dev.partnerauth.testkit.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedCasesAreToldTest {

  private static final String GOOD =
      """
      Why it is here.

      call: accessToken

      --- answer
      HTTP/1.1 401 Unauthorized
      Content-Length: auto

      no
      --- outcome
      InvalidCredentials
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Why it is here. |                        | 1  | why this case?",
        "call: accessToken | call: token          | 3  | there is no call \"token\"",
        "call: accessToken | call: accessToken\\nbody: brotli | 4 | no body can be \"brotli\"",
        "call: accessToken | call: accessToken\\nhang up: soon | 4 | expected \"hang up: after 20 bytes of the body\"",
        "call: accessToken | cal: accessToken     | 3  | unknown directive \"cal: accessToken\"",
        "call: accessToken |                      | 5  | there is no \"call:\" before the answer",
        "--- answer        | --- answers          | 5  | unknown directive \"--- answers\"",
        "HTTP/1.1 401      | HTTP 401             | 6  | an answer begins with a status line, like HTTP/1.1 200 OK",
        "--- outcome       | --- result           | 12 | there is no \"--- outcome\"",
        "--- outcome       | --- outcomes         | 10 | expected \"--- outcome\"",
        "--- outcome       | --- outcome of Netty | 10 | there is no transport \"Netty\"",
        "--- outcome       | --- outcome\\nA\\n--- outcome | 12 | this outcome is given twice",
        "--- outcome       | --- outcome of JdkTransport | 12 | there is no \"--- outcome\""
      })
  void aMistakeIsToldWithItsLine(String good, String bad, int line, String problem) {
    String text = GOOD.replace(good, bad == null ? "" : bad.replace("\\n", "\n"));

    assertThatThrownBy(() -> CaseReader.read("x.txt", text))
        .hasMessage("wire/x.txt:" + line + ": " + problem);
  }

  @Test
  void aCaseWithoutAnAnswerIsToldAtItsEnd() {
    assertThatThrownBy(() -> CaseReader.read("x.txt", "Why.\ncall: accessToken\n"))
        .hasMessage("wire/x.txt:3: there is no \"--- answer\"");
  }

  @Test
  void theBytesAreThoseOfTheSocket() {
    var wireCase = CaseReader.read("x.txt", GOOD);

    assertThat(new String(wireCase.answer().bytes(), ISO_8859_1))
        .isEqualTo("HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno");
  }

  @Test
  void interimAnswersComeBeforeTheAnswer() {
    var answer =
        RawAnswer.plain().text("HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nA: b\n\nfirst\n\nsecond");

    assertThat(new String(answer.bytes(), ISO_8859_1))
        .isEqualTo("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\nfirst\n\nsecond");
  }

  @Test
  void aBodyIsChangedInTheOrderOfTheDirectivesAndCutAtTheEnd() {
    var answer =
        RawAnswer.plain()
            .text("HTTP/1.1 200 OK\n\n<<20 x \"ab\">>")
            .body("after a byte order mark")
            .flatMap(marked -> marked.body("chunked"))
            .orElseThrow()
            .hangUpAfter(9);

    assertThat(new String(answer.bytes(), UTF_8))
        .isEqualTo("HTTP/1.1 200 OK\r\n\r\n10\r\n\uFEFFab");
  }

  @Test
  void aTransportMayHaveAnOutcomeOfItsOwn() {
    var wireCase = CaseReader.read("x.txt", GOOD + "--- outcome of JdkTransport\nOther\n");

    assertThat(
            Map.of(
                "JdkTransport", wireCase.outcomeBy("JdkTransport"),
                "ApacheAsyncTransport", wireCase.outcomeBy("ApacheAsyncTransport")))
        .isEqualTo(Map.of("JdkTransport", "Other", "ApacheAsyncTransport", "InvalidCredentials"));
  }
}
