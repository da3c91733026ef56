package dev.partnerauth.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.RawHttp;
import dev.partnerauth.testkit.RawHttp.Reply;
import dev.partnerauth.testkit.journal.Journal;
import dev.partnerauth.testkit.junit.AuthSandboxTest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@AuthSandboxTest(allowsUnexpectedRequests = true)
class PagesOfOtherOriginsTest {

  private static final String ORIGIN = "Origin: https://shop.example";
  private static final String PAGE = "/rocketdoc/v2/interviews/i/pages/first";

  private final RawHttp http;
  private final Journal journal;

  PagesOfOtherOriginsTest(AuthSandbox sandbox, Journal journal) {
    this.http = RawHttp.to(sandbox);
    this.journal = journal;
  }

  private static List<String> cors(Reply reply) {
    return reply.headers().entrySet().stream()
        .filter(header -> header.getKey().startsWith("access-control-"))
        .map(header -> header.getKey() + ": " + header.getValue())
        .sorted()
        .collect(Collectors.toList());
  }

  @Test
  void aPreflightLetsAnswersOfPagesThrough() {
    Reply reply = http.send("OPTIONS", PAGE, "", ORIGIN, "Access-Control-Request-Method: PATCH");

    assertThat(cors(reply))
        .containsExactly(
            "access-control-allow-headers: authorization, content-type",
            "access-control-allow-methods: DELETE, GET, PATCH, POST, PUT",
            "access-control-allow-origin: *",
            "access-control-expose-headers: rl-rdoc-servicetoken",
            "access-control-max-age: 600");
  }

  @Test
  void aPreflightIsNoRequestToThePlatform() {
    http.send("OPTIONS", PAGE, "", ORIGIN, "Access-Control-Request-Method: PATCH");

    assertThat(journal.entries()).isEmpty();
  }

  @Test
  void evenARefusalCanBeReadByThePage() {
    Reply reply = http.send("GET", PAGE, "", ORIGIN);

    assertThat(List.of(reply.status(), reply.headers().get("access-control-allow-origin")))
        .containsExactly(401, "*");
  }

  @Test
  void theTokenEndpointsAreNotForPages() {
    Reply preflight =
        http.send(
            "OPTIONS",
            "/partners/v1/auth/accesstoken",
            "",
            ORIGIN,
            "Access-Control-Request-Method: POST");

    assertThat(cors(preflight)).isEmpty();
  }

  @Test
  void whereNoPageAsksNothingIsSaidOfOrigins() {
    assertThat(cors(http.get(PAGE))).isEmpty();
  }
}
