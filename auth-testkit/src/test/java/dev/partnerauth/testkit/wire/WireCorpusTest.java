package dev.partnerauth.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.BaseAddress;
import dev.partnerauth.http.HttpAuthenticationApi;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.port.AuthRuntime;
import dev.partnerauth.testkit.time.MovableTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of the corpus, by every transport that is shipped. */
class WireCorpusTest {

  private static final AuthRuntime RUNTIME =
      AuthRuntime.system().at(MovableTime.stoppedAt(WireCall.NOW));

  private static Transports transports;

  @BeforeAll
  static void open() {
    transports = new Transports();
  }

  @AfterAll
  static void close() {
    transports.close();
  }

  static Stream<Arguments> casesByTransport() {
    return WireCorpus.cases().stream()
        .flatMap(wireCase -> Transports.NAMES.stream().map(name -> Arguments.of(wireCase, name)));
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("casesByTransport")
  void anAnswerHasTheOutcomeThatItsCaseTells(WireCase wireCase, String transport) {
    String outcome;
    try (OneAnswerServer server = new OneAnswerServer(wireCase.answer().bytes())) {
      HttpAuthenticationApi api =
          HttpAuthenticationApi.of(
              BaseAddress.of(server.base()).get(),
              transports.named(transport),
              CallSettings.standard(),
              RUNTIME);

      outcome = Rendering.of(wireCase.call().on(api));
    }

    assertThat(outcome)
        .as("wire/%s by %s: %s", wireCase, transport, wireCase.reason())
        .isEqualTo(wireCase.outcomeBy(transport));
  }
}
