package dev.partnerauth.examples.modular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.partnerauth.examples.suite.Answer;
import dev.partnerauth.examples.suite.PartnerBackEndContract;
import dev.partnerauth.examples.suite.Visitor;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.RequestKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class ModularBackEndIT extends PartnerBackEndContract {

  private final AuthSandbox platform = AuthSandbox.start();
  private final BackEndProcess backEnd;

  ModularBackEndIT() throws IOException {
    backEnd = BackEndProcess.start(platform);
  }

  @AfterAll
  void close() {
    backEnd.close();
    platform.close();
  }

  @Override
  protected URI backEnd() {
    return backEnd.root();
  }

  @Override
  protected AuthSandbox platform() {
    return platform;
  }

  @Test
  void aMereLookAtThePageBeginsNoSession() throws Exception {
    HttpRequest page = HttpRequest.newBuilder(backEnd()).build();

    List<String> cookies =
        HttpClient.newHttpClient()
            .send(page, BodyHandlers.discarding())
            .headers()
            .allValues("Set-Cookie");

    assertThat(cookies).singleElement(STRING).startsWith("XSRF-TOKEN=");
  }

  @Test
  void anAnswerOfThePlatformThatIsNoneIsAnsweredWithoutJettysPage() {
    Visitor dave = Visitor.signedIn(backEnd(), "dave");
    platform.plan(FaultPlan.times(1, Fault.htmlPage(200)).at(RequestKind.OPERATION));

    Answer answer = dave.post("/interviews");

    assertThat(List.of(answer.status(), answer.body())).containsExactly(502, "");
  }

  @Test
  void theLogHoldsNoTokenAndNoSecret() {
    Visitor dave = Visitor.signedIn(backEnd(), "dave");
    String interview = dave.post("/interviews").text("interviewId");
    dave.post("/interviews/" + interview + "/token");

    assertThat(backEnd.told()).contains("Listening").doesNotContain("eyJ", "-secret");
  }
}
