package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.partnerauth.http.bearer.RecordingServer.Seen;
import java.io.IOException;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensGoToNamedHostsOnlyTest {

  private final BearerTokens tokens = ScriptedTokens.giving("token-1").general();

  @ParameterizedTest
  @EnumSource
  void theNamedHostGetsTheToken(Client client) throws IOException {
    try (var server = RecordingServer.content()) {
      client.call(BearerCalls.with(tokens, server.named()), Ask.get(server.address() + "/a?b=c"));

      assertThat(server.seen()).containsExactly(Seen.get("/a?b=c", "Bearer token-1"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherHostGetsNone(Client client) throws IOException {
    try (var named = RecordingServer.content();
        var other = RecordingServer.content()) {
      client.call(BearerCalls.with(tokens, named.named()), Ask.get(other.address() + "/a"));

      assertThat(other.seen()).containsExactly(Seen.getWithoutToken("/a"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHeaderThatTheCallerSetIsLeftAlone(Client client) throws IOException {
    try (var server = RecordingServer.content()) {
      client.call(
          BearerCalls.with(tokens, server.named()),
          Ask.get(server.address() + "/a").authorizedBy("Basic mine"));

      assertThat(server.seen()).containsExactly(Seen.get("/a", "Basic mine"));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JDK")
  void aRedirectToTheSameHostCarriesNone(Client client) throws IOException {
    try (var server =
        RecordingServer.answering(
            asked -> asked.path().equals("/a") ? Reply.redirect("/b") : Reply.ok())) {
      client.call(BearerCalls.with(tokens, server.named()), Ask.get(server.address() + "/a"));

      assertThat(server.seen())
          .containsExactly(Seen.get("/a", "Bearer token-1"), Seen.getWithoutToken("/b"));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JDK")
  void aRedirectToAnotherHostCarriesNone(Client client) throws IOException {
    try (var other = RecordingServer.content();
        var server =
            RecordingServer.answering(asked -> Reply.redirect(other.address() + "/there"))) {
      client.call(BearerCalls.with(tokens, server.named()), Ask.get(server.address() + "/a"));

      assertThat(other.seen()).containsExactly(Seen.getWithoutToken("/there"));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JDK")
  void whatAnotherHostSaysAfterARedirectRejectsNoToken(Client client) throws IOException {
    ScriptedTokens scripted = ScriptedTokens.giving("token-1");
    try (var other = RecordingServer.answering(asked -> Reply.tokenRefused());
        var server =
            RecordingServer.answering(asked -> Reply.redirect(other.address() + "/there"))) {
      client.call(
          BearerCalls.with(scripted.general(), server.named()), Ask.get(server.address() + "/a"));

      assertThat(scripted.rejected()).isEmpty();
    }
  }

  @Test
  void aJdkClientThatFollowsRedirectsIsRefused() {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    var refused = BearerCalls.with(tokens, PlatformHosts.production()).on(following);

    assertThat(refused.getLeft().describe())
        .isEqualTo("HTTP client follows redirects. Use a client with Redirect.NEVER.");
  }

  @ParameterizedTest
  @EnumSource
  void aNamedHostOverPlainHttpIsRefused(Client client) {
    BearerCalls calls = BearerCalls.with(tokens, PlatformHosts.production());

    Throwable refused =
        catchThrowable(() -> client.call(calls, Ask.get("http://api.rocketlawyer.com/a")));

    assertThat(refused)
        .isInstanceOf(PlainHttpException.class)
        .hasMessage(
            "A token is not sent to http://api.rocketlawyer.com over plain http. Use https.");
  }
}
