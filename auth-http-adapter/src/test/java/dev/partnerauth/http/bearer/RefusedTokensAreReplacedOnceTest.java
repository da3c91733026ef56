package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AdministratorFailure.NoCredentials;
import dev.partnerauth.http.bearer.RecordingServer.Seen;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedTokensAreReplacedOnceTest {

  private static final String BODY = "{\"templateId\":\"7\"}";

  private final ScriptedTokens tokens = ScriptedTokens.giving("old", "new");

  @ParameterizedTest
  @EnumSource
  void theCallGoesOutAgainWithAnotherToken(Client client) throws IOException {
    try (var server = RecordingServer.accepting("new")) {
      client.call(calls(server), Ask.post(server.address() + "/a", BODY));

      assertThat(server.seen())
          .containsExactly(
              Seen.post("/a", "Bearer old", BODY), Seen.post("/a", "Bearer new", BODY));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCallerGetsTheSecondAnswerOnly(Client client) throws IOException {
    try (var server = RecordingServer.accepting("new")) {
      Reply reply = client.call(calls(server), Ask.get(server.address() + "/a"));

      assertThat(reply.body()).isEqualTo(Reply.ok().body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void exactlyTheRefusedTokenIsRejected(Client client) throws IOException {
    try (var server = RecordingServer.accepting("new")) {
      client.call(calls(server), Ask.get(server.address() + "/a"));

      assertThat(tokens.rejected()).containsExactly("old");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRefusalIsTheCallers(Client client) throws IOException {
    try (var server = RecordingServer.accepting("neither")) {
      Reply reply = client.call(calls(server), Ask.get(server.address() + "/a"));

      assertThat(new Outcome(reply.status(), reply.body(), server.seen().size()))
          .isEqualTo(new Outcome(401, Reply.tokenRefused().body(), 2));
    }
  }

  private record Outcome(int status, String body, int requests) {}

  @ParameterizedTest
  @EnumSource
  void aRefusalThatIsNotTheGatewaysIsTheCallers(Client client) throws IOException {
    try (var server = RecordingServer.answering(asked -> Reply.refusedBehindTheGateway())) {
      Reply reply = client.call(calls(server), Ask.get(server.address() + "/a"));

      assertThat(new Outcome(reply.status(), reply.body(), server.seen().size()))
          .isEqualTo(new Outcome(401, Reply.refusedBehindTheGateway().body(), 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalThatIsNotTheGatewaysKeepsTheToken(Client client) throws IOException {
    try (var server = RecordingServer.answering(asked -> Reply.refusedBehindTheGateway())) {
      client.call(calls(server), Ask.get(server.address() + "/a"));

      assertThat(tokens.rejected()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBodyThatCannotBeRepeatedIsNotSentAgain(Client client) throws IOException {
    try (var server = RecordingServer.accepting("new")) {
      Reply reply = client.call(calls(server), Ask.postOnce(server.address() + "/a", BODY));

      assertThat(new Outcome(reply.status(), reply.body(), server.seen().size()))
          .isEqualTo(new Outcome(401, Reply.tokenRefused().body(), 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTokenOfABodyThatCannotBeRepeatedIsRejectedAllTheSame(Client client) throws IOException {
    try (var server = RecordingServer.accepting("new")) {
      client.call(calls(server), Ask.postOnce(server.address() + "/a", BODY));

      assertThat(tokens.rejected()).containsExactly("old");
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnotherTokenTheRefusalIsTheCallers(Client client) throws IOException {
    BearerTokens drying = ScriptedTokens.giving("old").then(new NoCredentials()).general();
    try (var server = RecordingServer.accepting("new")) {
      Reply reply =
          client.call(BearerCalls.with(drying, server.named()), Ask.get(server.address() + "/a"));

      assertThat(reply.body()).isEqualTo(Reply.tokenRefused().body());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameTokenIsNotTriedTwice(Client client) throws IOException {
    BearerTokens stubborn = ScriptedTokens.giving("old").general();
    try (var server = RecordingServer.accepting("new")) {
      client.call(BearerCalls.with(stubborn, server.named()), Ask.get(server.address() + "/a"));

      assertThat(server.seen()).containsExactly(Seen.get("/a", "Bearer old"));
    }
  }

  private BearerCalls calls(RecordingServer server) {
    return BearerCalls.with(tokens.general(), server.named());
  }
}
