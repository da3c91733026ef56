package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway looks at the token first, and answers while the request is still being sent. */
class RefusalsMayComeEarlyTest {

  private static final String LARGE = "0123456789abcdef".repeat(1024 * 1024);

  @ParameterizedTest
  @EnumSource
  void theBodyIsSentWholeWithTheOtherToken(Client client) throws IOException {
    try (var server = RecordingServer.refusingEarlyBut("new")) {
      BearerCalls calls =
          BearerCalls.with(ScriptedTokens.giving("old", "new").general(), server.named());

      Reply reply = client.call(calls, Ask.post(server.address() + "/a", LARGE));

      assertThat(reply.body()).isEqualTo("16777216 bytes");
    }
  }
}
