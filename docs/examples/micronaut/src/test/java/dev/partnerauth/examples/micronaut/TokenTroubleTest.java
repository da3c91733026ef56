package dev.partnerauth.examples.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.examples.suite.Answer;
import dev.partnerauth.examples.suite.Visitor;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.RequestKind;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenTroubleTest {

  private final AuthSandbox platform = AuthSandbox.start();

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void aTokenThatThePlatformForgotIsReplacedBeforeAnybodyNotices() {
    try (EmbeddedServer backEnd = backEnd("backend-secret")) {
      PartnerAuth auth = backEnd.getApplicationContext().getBean(PartnerAuth.class);
      platform.platform().revoke(auth.accessToken().getOrElseThrow(AuthException::new));

      int status = Visitor.signedIn(backEnd.getURI(), "alice").post("/interviews").status();

      assertThat(status).isEqualTo(201);
    }
  }

  @Test
  void withoutATokenTheBackEndIsAliveAndNotReady() {
    try (EmbeddedServer backEnd = backEnd("mistyped")) {
      Visitor visitor = Visitor.signedIn(backEnd.getURI(), "alice");

      assertThat(
              List.of(
                  visitor.post("/interviews").status(),
                  visitor.get("/health/readiness").status(),
                  visitor.get("/health/liveness").status()))
          .containsExactly(502, 503, 200);
    }
  }

  @Test
  void withATokenItIsReady() {
    try (EmbeddedServer backEnd = backEnd("backend-secret")) {
      Visitor alice = Visitor.signedIn(backEnd.getURI(), "alice");
      alice.post("/interviews");

      assertThat(alice.get("/health/readiness").status()).isEqualTo(200);
    }
  }

  @Test
  void anAnswerThatIsNoneIsToldAsAnOutageAndNotInThePlatformsWords() {
    try (EmbeddedServer backEnd = backEnd("backend-secret")) {
      Visitor alice = Visitor.signedIn(backEnd.getURI(), "alice");
      platform.plan(FaultPlan.always(Fault.unavailable()).at(RequestKind.OPERATION));

      Answer answer = alice.post("/interviews");

      assertThat(
              List.of(
                  answer.status(),
                  answer.header("Retry-After").isPresent(),
                  answer.body().contains("messaging.adaptors")))
          .containsExactly(503, true, false);
    }
  }

  private EmbeddedServer backEnd(String secret) {
    return ApplicationContext.run(
        EmbeddedServer.class,
        Map.of(
            "partner-auth.platform",
            platform.root().toString(),
            "partner-auth.backend-secret",
            secret,
            "micronaut.server.port",
            -1));
  }
}
