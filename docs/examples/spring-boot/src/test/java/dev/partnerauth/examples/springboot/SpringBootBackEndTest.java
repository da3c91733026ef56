package dev.partnerauth.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.examples.suite.Answer;
import dev.partnerauth.examples.suite.PartnerBackEndContract;
import dev.partnerauth.examples.suite.Visitor;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fault.RequestKind;
import dev.partnerauth.testkit.journal.Count;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(SandboxConfiguration.class)
class SpringBootBackEndTest extends PartnerBackEndContract {

  private final AuthSandbox sandbox;
  private final MeterRegistry meters;
  private final int port;

  SpringBootBackEndTest(
      @Autowired AuthSandbox sandbox, @Autowired MeterRegistry meters, @LocalServerPort int port) {
    this.sandbox = sandbox;
    this.meters = meters;
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
  void aCallIsSentOnceMoreWhenThePlatformRefusesItsToken() {
    Visitor bob = Visitor.signedIn(backEnd(), "bob");
    bob.post("/interviews");
    sandbox.journal().clear();
    sandbox.plan(
        FaultPlan.times(1, Fault.refused(Refusal.INVALID_ACCESS_TOKEN)).at(RequestKind.OPERATION));

    Answer started = bob.post("/interviews");

    sandbox.journal().accessTokensIssued(Count.once());
    assertThat(started.status()).isEqualTo(201);
  }

  @Test
  void howTokensStandIsMeasured() {
    assertThat(meters.get("partnerauth.health").gauge().value()).isEqualTo(1);
  }

  @Test
  void otherSitesCannotMakeABrowserSendTheCookies() {
    ResponseEntity<Void> page =
        RestClient.create().get().uri(backEnd()).retrieve().toBodilessEntity();

    assertThat(page.getHeaders().getFirst("Set-Cookie")).contains("XSRF-TOKEN=", "SameSite=Strict");
  }
}
