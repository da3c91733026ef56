package dev.partnerauth.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.examples.suite.Answer;
import dev.partnerauth.examples.suite.PartnerBackEndContract;
import dev.partnerauth.examples.suite.Visitor;
import dev.partnerauth.http.JwtInspector;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.token.TokenKind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class PlainBackEndTest extends PartnerBackEndContract {

  private final AuthSandbox sandbox = AuthSandbox.start();
  private final BackEnd backEnd = started(sandbox);

  private static BackEnd started(AuthSandbox sandbox) {
    try {
      return BackEnd.start(environment(sandbox), Site.bare());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> environment(AuthSandbox sandbox) {
    return Map.of(
        "PARTNER_AUTH_BASE_URL", sandbox.base().toString(),
        "PARTNER_AUTH_BACKEND_KEY", "backend-key",
        "PARTNER_AUTH_BACKEND_SECRET", "backend-secret",
        "PARTNER_AUTH_FRONTEND_KEY", "frontend-key",
        "PARTNER_AUTH_FRONTEND_SECRET", "frontend-secret",
        "PARTNER_AUTH_TEMPLATE_ID", "04d9d0ba-3113-40d3-9a4e-e7b226a72154",
        "PORT", "0");
  }

  @AfterAll
  void stop() {
    backEnd.close();
    sandbox.close();
  }

  @Override
  protected URI backEnd() {
    return backEnd.uri();
  }

  @Override
  protected AuthSandbox platform() {
    return sandbox;
  }

  @Test
  void theEmbeddedUxIsHandedAServiceTokenOfMinutesAndNothingIsExchanged() {
    Visitor alice = Visitor.signedIn(backEnd(), "alice");
    String interview = alice.post("/interviews").text("interviewId");
    int before = exchanges();

    Answer answer = alice.post("/interviews/" + interview + "/service-token");

    TokenKind kind = new JwtInspector().inspect(answer.text("token")).kind();
    Instant soon = sandbox.platform().time().now().plus(Duration.ofMinutes(10)).plusSeconds(1);
    assertThat(List.of(kind, Instant.parse(answer.text("expiresAt")).isBefore(soon), exchanges()))
        .containsExactly(TokenKind.SERVICE, true, before);
  }

  @Test
  void theEmbeddedUxsTokenIsGuardedLikeTheOther() {
    Visitor alice = Visitor.signedIn(backEnd(), "alice");
    String path = "/interviews/" + alice.post("/interviews").text("interviewId") + "/service-token";

    assertThat(
            List.of(
                Visitor.at(backEnd()).post(path).status(),
                Visitor.signedIn(backEnd(), "bob").post(path).status(),
                alice.forge(path).status(),
                alice.get(path).status()))
        .containsExactly(401, 404, 403, 405);
  }

  private int exchanges() {
    return (int)
        sandbox.journal().entries().stream()
            .filter(entry -> entry.kind() == RequestKind.SCOPED_ACCESS_TOKEN)
            .count();
  }
}
