package dev.partnerauth.examples.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.examples.suite.Answer;
import dev.partnerauth.examples.suite.Visitor;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "partner-auth.backend.secret=not-the-right-one")
@Import(SandboxConfiguration.class)
class WithoutATokenTest {

  private final URI backEnd;

  WithoutATokenTest(@LocalServerPort int port) {
    this.backEnd = URI.create("http://127.0.0.1:" + port);
  }

  @Test
  void withoutATokenTheProcessIsAliveButNotReady() {
    Visitor alice = Visitor.signedIn(backEnd, "alice");

    alice.post("/interviews");

    assertThat(
            Stream.of("/liveness", "/readiness", "")
                .map(group -> alice.get("/actuator/health" + group).status()))
        .containsExactly(200, 503, 503);
  }

  @Test
  void noInterviewIsStartedAndTheReasonIsNotToldToUsers() {
    Answer answer = Visitor.signedIn(backEnd, "alice").post("/interviews");

    assertThat(List.of(answer.status(), answer.body())).containsExactly(502, "");
  }
}
