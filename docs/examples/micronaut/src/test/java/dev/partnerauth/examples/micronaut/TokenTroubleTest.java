package dev.partnerauth.examples.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.PartnerAuth;
import dev.partnerauth.examples.suite.Answer;
import dev.partnerauth.examples.suite.Visitor;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fault.RequestKind;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  @Test
  void aPlatformThatIsAskedTooMuchIsToldAsAnOutage() {
    try (EmbeddedServer backEnd = backEnd("backend-secret")) {
      Visitor alice = Visitor.signedIn(backEnd.getURI(), "alice");
      platform.plan(FaultPlan.always(Fault.rateLimited()).at(RequestKind.OPERATION));

      Answer answer = alice.post("/interviews");

      assertThat(List.of(answer.status(), answer.header("Retry-After").isPresent()))
          .containsExactly(503, true);
    }
  }

  @Test
  void aRefusalThatIsNotTheGatewaysCostsNoTokenAndIsNotRepeated() {
    try (EmbeddedServer backEnd = backEnd("backend-secret")) {
      Visitor alice = Visitor.signedIn(backEnd.getURI(), "alice");
      platform.plan(
          FaultPlan.always(Fault.refused(Refusal.INVALID_CREDENTIALS)).at(RequestKind.OPERATION));

      int status = alice.post("/interviews").status();

      assertThat(List.of(status, asked(RequestKind.OPERATION), asked(RequestKind.ACCESS_TOKEN)))
          .containsExactly(502, 1, 1);
    }
  }

  @Test
  void aPlatformThatRefusesEveryTokenIsNotAskedForOneAtEachCall() {
    try (EmbeddedServer backEnd = backEnd("backend-secret")) {
      Visitor alice = Visitor.signedIn(backEnd.getURI(), "alice");
      platform.plan(
          FaultPlan.always(Fault.refused(Refusal.INVALID_ACCESS_TOKEN)).at(RequestKind.OPERATION));

      List<Integer> statuses =
          Stream.generate(() -> alice.post("/interviews").status()).limit(3).toList();

      assertThat(List.of(statuses, asked(RequestKind.OPERATION), asked(RequestKind.ACCESS_TOKEN)))
          .containsExactly(List.of(502, 502, 502), 4, 2);
    }
  }

  private int asked(RequestKind kind) {
    return (int)
        platform.journal().entries().stream().filter(entry -> entry.kind() == kind).count();
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
