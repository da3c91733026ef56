package dev.partnerauth.examples.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerauth.examples.suite.Answer;
import dev.partnerauth.examples.suite.PartnerBackEndContract;
import dev.partnerauth.examples.suite.Visitor;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Latency;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.testkit.journal.Count;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** BlockHound watches: a call that blocks an event loop fails, and its test with it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(SandboxConfiguration.class)
class ReactiveBackEndTest extends PartnerBackEndContract {

  private final AuthSandbox sandbox;
  private final TokenHandOut tokenHandOut;
  private final int port;

  ReactiveBackEndTest(
      @Autowired AuthSandbox sandbox,
      @Autowired TokenHandOut tokenHandOut,
      @LocalServerPort int port) {
    this.sandbox = sandbox;
    this.tokenHandOut = tokenHandOut;
    this.port = port;
  }

  @Override
  protected URI backEnd() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  protected AuthSandbox platform() {
    return sandbox;
  }

  @Test
  void aCallThatBlocksIsFound() {
    Mono<Boolean> blocking =
        Mono.fromCallable(() -> new CountDownLatch(1).await(1, TimeUnit.SECONDS))
            .subscribeOn(Schedulers.parallel());

    assertThatThrownBy(blocking::block).hasRootCauseInstanceOf(BlockingOperationError.class);
  }

  @Test
  void aCallIsSentOnceMoreWhenThePlatformRefusesItsToken() {
    Visitor bob = Visitor.signedIn(backEnd(), "bob");
    bob.post("/interviews");
    sandbox.journal().clear();
    sandbox.plan(
        FaultPlan.times(1, Fault.refused(Refusal.INVALID_ACCESS_TOKEN)).at(RequestKind.OPERATION));

    int status = bob.post("/interviews").status();

    sandbox.journal().accessTokensIssued(Count.once());
    assertThat(status).isEqualTo(201);
  }

  @Test
  void noConnectionServesASecondRequestWhichCouldBeLeftUnread() {
    Answer answer = Visitor.at(backEnd()).get("/");

    assertThat(answer.header("Connection")).contains("close");
  }

  @Test
  void aVisitorWhoLeavesTakesNobodysTokenAlong() {
    String interview = Visitor.signedIn(backEnd(), "bob").post("/interviews").text("interviewId");
    Mono<HandedOut> handOut =
        Mono.defer(() -> tokenHandOut.handOut(interview, () -> "bob"))
            .mapNotNull(ResponseEntity::getBody);
    sandbox.journal().clear();
    sandbox.plan(
        FaultPlan.times(1, Fault.slow(Latency.fixed(Duration.ofMillis(200))))
            .at(RequestKind.SERVICE_TOKEN));

    handOut.subscribe().dispose();
    HandedOut handedOut = handOut.block(Duration.ofSeconds(10));

    sandbox.journal().serviceTokensIssued(Count.once());
    assertThat(handedOut).isNotNull();
  }
}
