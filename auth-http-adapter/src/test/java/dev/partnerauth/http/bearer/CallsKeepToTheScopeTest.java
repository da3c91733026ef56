package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.failure.AdministratorFailure.NoCredentials;
import dev.partnerauth.http.bearer.RecordingServer.Seen;
import dev.partnerauth.scope.Operation;
import dev.partnerauth.scope.Scope;
import dev.partnerauth.scope.ScopeViolation;
import java.io.IOException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallsKeepToTheScopeTest {

  private static final Scope OWN = new Scope.Interview(new InterviewId("interview-1"));
  private static final String INTERVIEWS = "/rocketdoc/v2/interviews";

  private final BearerTokens ofOneInterview = ScriptedTokens.giving("scoped").of(OWN);

  @ParameterizedTest
  @EnumSource
  void whatTheSourceCannotOpenIsRefusedWithTheReason(Client client) {
    BearerCalls calls = BearerCalls.with(ofOneInterview, PlatformHosts.production());

    Throwable refused =
        catchThrowable(
            () -> client.call(calls, Ask.get("https://api.rocketlawyer.com" + INTERVIEWS + "/2")));

    assertThat(refused)
        .asInstanceOf(InstanceOfAssertFactories.type(OutOfScopeException.class))
        .extracting(OutOfScopeException::violation)
        .isEqualTo(
            new ScopeViolation(
                OWN, Operation.GET_INTERVIEW, ScopeViolation.Reason.OTHER_INTERVIEW));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRefusedIsNotSent(Client client) {
    try (var server = RecordingServer.content()) {
      BearerCalls calls = BearerCalls.with(ofOneInterview, server.named());

      attempt(client, calls, Ask.get(server.address() + INTERVIEWS));

      assertThat(server.seen()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRefusalNamesOperationSourceAndCure(Client client) {
    BearerCalls calls = BearerCalls.with(ofOneInterview, PlatformHosts.production());

    Throwable refused =
        catchThrowable(
            () -> client.call(calls, Ask.get("https://api.rocketlawyer.com" + INTERVIEWS)));

    assertThat(refused)
        .hasMessage(
            "These calls carry a token from a scripted source. LIST_INTERVIEWS is refused: only the"
                + " general access token opens it. Use the general access token.");
  }

  @ParameterizedTest
  @EnumSource
  void whatTheSourceOpensIsSentWithItsToken(Client client) throws IOException {
    try (var server = RecordingServer.content()) {
      client.call(
          BearerCalls.with(ofOneInterview, server.named()),
          Ask.get(server.address() + INTERVIEWS + "/interview-1"));

      assertThat(server.seen())
          .containsExactly(Seen.get(INTERVIEWS + "/interview-1", "Bearer scoped"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheRulesCannotTellIsLeftToTheServer(Client client) throws IOException {
    try (var server = RecordingServer.content()) {
      client.call(
          BearerCalls.with(ofOneInterview, server.named()),
          Ask.get(server.address() + "/rocketdoc/v2/documents/7"));

      assertThat(server.seen())
          .containsExactly(Seen.get("/rocketdoc/v2/documents/7", "Bearer scoped"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWantsNoTokenCarriesNone(Client client) throws IOException {
    try (var server = RecordingServer.content()) {
      client.call(
          BearerCalls.with(ofOneInterview, server.named()),
          Ask.get(server.address() + "/rocketdoc/v2/templates/7/preview"));

      assertThat(server.seen())
          .containsExactly(Seen.getWithoutToken("/rocketdoc/v2/templates/7/preview"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutATokenTheFailureSaysWhy(Client client) {
    BearerTokens none = ScriptedTokens.failing(new NoCredentials()).general();
    BearerCalls calls = BearerCalls.with(none, PlatformHosts.production());

    Throwable refused =
        catchThrowable(() -> client.call(calls, Ask.get("https://api.rocketlawyer.com/a")));

    assertThat(refused)
        .asInstanceOf(InstanceOfAssertFactories.type(NoBearerTokenException.class))
        .extracting(NoBearerTokenException::failure)
        .isEqualTo(new NoCredentials());
  }

  @ParameterizedTest
  @EnumSource
  void withoutATokenNothingIsSent(Client client) {
    BearerTokens none = ScriptedTokens.failing(new NoCredentials()).general();
    try (var server = RecordingServer.content()) {
      BearerCalls calls = BearerCalls.with(none, server.named());

      attempt(client, calls, Ask.get(server.address() + "/a"));

      assertThat(server.seen()).isEmpty();
    }
  }

  private static void attempt(Client client, BearerCalls calls, Ask ask) {
    try {
      client.call(calls, ask);
    } catch (IOException refused) {
      // The other tests look at it.
    }
  }
}
