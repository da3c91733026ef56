package dev.partnerauth.examples.jakartarest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.examples.suite.Answer;
import dev.partnerauth.examples.suite.Visitor;
import dev.partnerauth.failure.AuthException;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fault.RequestKind;
import java.util.List;
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
    try (BackEnd backEnd = backEnd("backend-secret")) {
      platform.platform().revoke(backEnd.auth().accessToken().getOrElseThrow(AuthException::new));

      int status = Visitor.signedIn(backEnd.uri(), "alice").post("/interviews").status();

      assertThat(status).isEqualTo(201);
    }
  }

  @Test
  void withoutATokenNothingIsStartedAndTheBackEndIsNotReady() {
    try (BackEnd backEnd = backEnd("mistyped")) {
      Visitor visitor = Visitor.signedIn(backEnd.uri(), "alice");

      assertThat(
              List.of(visitor.post("/interviews").status(), visitor.get("/health/ready").status()))
          .containsExactly(502, 503);
    }
  }

  @Test
  void withATokenItIsReady() {
    try (BackEnd backEnd = backEnd("backend-secret")) {
      Visitor alice = Visitor.signedIn(backEnd.uri(), "alice");
      alice.post("/interviews");

      assertThat(alice.get("/health/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void aPlatformThatIsOutOfReachIsToldAsAnOutage() {
    try (BackEnd backEnd = backEnd("backend-secret")) {
      Visitor alice = Visitor.signedIn(backEnd.uri(), "alice");
      backEnd.auth().accessToken().getOrElseThrow(AuthException::new);
      platform.refuseConnections();

      assertThat(alice.post("/interviews").status()).isEqualTo(503);
    }
  }

  @Test
  void anAnswerThatIsNoneIsToldAsAnOutageAndNotInThePlatformsWords() {
    try (BackEnd backEnd = backEnd("backend-secret")) {
      Visitor alice = Visitor.signedIn(backEnd.uri(), "alice");
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
    try (BackEnd backEnd = backEnd("backend-secret")) {
      Visitor alice = Visitor.signedIn(backEnd.uri(), "alice");
      platform.plan(FaultPlan.always(Fault.rateLimited()).at(RequestKind.OPERATION));

      Answer answer = alice.post("/interviews");

      assertThat(List.of(answer.status(), answer.header("Retry-After").isPresent()))
          .containsExactly(503, true);
    }
  }

  @Test
  void aRefusalThatIsNotTheGatewaysCostsNoTokenAndIsNotRepeated() {
    try (BackEnd backEnd = backEnd("backend-secret")) {
      Visitor alice = Visitor.signedIn(backEnd.uri(), "alice");
      platform.plan(
          FaultPlan.always(Fault.refused(Refusal.INVALID_CREDENTIALS)).at(RequestKind.OPERATION));

      int status = alice.post("/interviews").status();

      assertThat(List.of(status, asked(RequestKind.OPERATION), asked(RequestKind.ACCESS_TOKEN)))
          .containsExactly(502, 1, 1);
    }
  }

  @Test
  void aPlatformThatRefusesEveryTokenIsNotAskedForOneAtEachCall() {
    try (BackEnd backEnd = backEnd("backend-secret")) {
      Visitor alice = Visitor.signedIn(backEnd.uri(), "alice");
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

  private BackEnd backEnd(String secret) {
    return BackEnd.start(AtTheSandbox.settings(platform, secret), 0);
  }
}
