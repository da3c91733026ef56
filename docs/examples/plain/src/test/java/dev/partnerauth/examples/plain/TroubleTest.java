package dev.partnerauth.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.examples.suite.Answer;
import dev.partnerauth.examples.suite.Visitor;
import dev.partnerauth.testkit.AuthSandbox;
import dev.partnerauth.testkit.fault.Fault;
import dev.partnerauth.testkit.fault.FaultPlan;
import dev.partnerauth.testkit.fault.Refusal;
import dev.partnerauth.testkit.fault.RequestKind;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class TroubleTest {

  /** The back end only has to start. */
  @Test
  @SuppressWarnings("try")
  void wrongCredentialsAreToldWhenTheBackEndStarts() throws Exception {
    Logger events = Logger.getLogger("dev.partnerauth.events");
    Map<String, String> wrong =
        Map.of("PARTNER_AUTH_BACKEND_KEY", "misspelt-key", "PARTNER_AUTH_BACKEND_SECRET", "wr0ng");
    FirstWarning warning = new FirstWarning("misspelt-key");
    events.addHandler(warning);

    try (AuthSandbox sandbox = AuthSandbox.start();
        BackEnd backEnd = started(sandbox, wrong)) {
      assertThat(warning.told()).contains("key and secret").doesNotContain("wr0ng");
    } finally {
      events.removeHandler(warning);
    }
  }

  @Test
  void anOperationThatThePlatformRefusesIsNotWorthAnotherTry() throws Exception {
    try (AuthSandbox sandbox = AuthSandbox.start();
        BackEnd backEnd = started(sandbox, Map.of())) {
      Visitor alice = Visitor.signedIn(backEnd.uri(), "alice");
      sandbox.plan(
          FaultPlan.always(Fault.refused(Refusal.NO_SYSTEM_ROLE)).at(RequestKind.OPERATION));

      Answer answer = alice.post("/interviews");

      assertThat(List.of(answer.status(), answer.header("Retry-After").isPresent(), answer.body()))
          .containsExactly(502, false, "");
    }
  }

  @Test
  void anAnswerOfThePlatformThatIsNoneIsAnsweredAllTheSame() throws Exception {
    try (AuthSandbox sandbox = AuthSandbox.start();
        BackEnd backEnd = started(sandbox, Map.of())) {
      Visitor alice = Visitor.signedIn(backEnd.uri(), "alice");
      sandbox.plan(FaultPlan.always(Fault.htmlPage(200)).at(RequestKind.OPERATION));

      assertThat(alice.post("/interviews").status()).isEqualTo(502);
    }
  }

  @Test
  void aFormThatIsNoneIsABadRequest() throws Exception {
    try (AuthSandbox sandbox = AuthSandbox.start();
        BackEnd backEnd = started(sandbox, Map.of())) {
      HttpRequest request =
          HttpRequest.newBuilder(backEnd.uri().resolve("/login"))
              .header("Cookie", "XSRF-TOKEN=ours")
              .header("X-XSRF-TOKEN", "ours")
              .POST(BodyPublishers.ofString("username=%zz"))
              .build();

      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
          .isEqualTo(400);
    }
  }

  private static BackEnd started(AuthSandbox sandbox, Map<String, String> others) throws Exception {
    Map<String, String> environment = new HashMap<>(PlainBackEndTest.environment(sandbox));
    environment.putAll(others);
    return BackEnd.start(environment, Site.bare());
  }

  /** About one app, since a back end of another test may still be on its way out. */
  private static final class FirstWarning extends Handler {

    private final String clientId;
    private final CompletableFuture<String> message = new CompletableFuture<>();

    FirstWarning(String clientId) {
      this.clientId = clientId;
    }

    String told() {
      return message.orTimeout(1, TimeUnit.MINUTES).join();
    }

    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().equals(Level.WARNING) && line.getMessage().contains(clientId)) {
        message.complete(line.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
