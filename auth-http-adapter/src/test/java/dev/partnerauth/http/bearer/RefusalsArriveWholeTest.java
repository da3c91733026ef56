package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsArriveWholeTest {

  private static final int LIMIT = BearerPolicy.LARGEST_REFUSAL;

  @ParameterizedTest
  @MethodSource("clientsAndSizes")
  void whateverTheirSize(Client client, int size) throws IOException {
    Reply refusal = Reply.unauthorized("text/plain; charset=UTF-8", digits(size));
    try (var server = RecordingServer.answering(asked -> refusal)) {
      BearerCalls calls =
          BearerCalls.with(ScriptedTokens.giving("token-1").general(), server.named());

      Reply arrived = client.call(calls, Ask.get(server.address() + "/a"));

      assertThat(arrived).isEqualTo(refusal);
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void andOneThatIsTooLargeIsNotTakenForTheGateways(Client client) throws IOException {
    String padded = Reply.tokenRefused().body() + " ".repeat(LIMIT);
    ScriptedTokens tokens = ScriptedTokens.giving("token-1");
    try (var server =
        RecordingServer.answering(asked -> Reply.unauthorized("application/json", padded))) {
      client.call(
          BearerCalls.with(tokens.general(), server.named()), Ask.get(server.address() + "/a"));

      assertThat(tokens.rejected()).isEmpty();
    }
  }

  static Stream<Arguments> clientsAndSizes() {
    return clients()
        .flatMap(
            client ->
                Stream.of(0, 1, LIMIT - 1, LIMIT, LIMIT + 1, 20 * LIMIT)
                    .map(size -> Arguments.of(client, size)));
  }

  static Stream<Client> clients() {
    return Stream.of(Client.values());
  }

  private static String digits(int size) {
    return "0123456789".repeat(size / 10 + 1).substring(0, size);
  }
}
