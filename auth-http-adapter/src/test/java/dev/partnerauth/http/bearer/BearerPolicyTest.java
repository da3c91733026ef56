package dev.partnerauth.http.bearer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.claim.InterviewId;
import dev.partnerauth.port.Time;
import dev.partnerauth.scope.Scope;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerPolicyTest {

  private final ScriptedTokens tokens = ScriptedTokens.giving("old", "new");
  private final BearerPolicy policy =
      BearerPolicy.of(
          tokens.of(new Scope.Interview(new InterviewId("1"))),
          PlatformHosts.production(),
          Time.system());

  @ParameterizedTest
  @CsvSource({
    "https, api.rocketlawyer.com, GET, /rocketdoc/v2/interviews/1, WithToken",
    "https, api.rocketlawyer.com, GET, /rocketdoc/v2/interviews/2, OutOfScopeException",
    "https, api.rocketlawyer.com, DELETE, /events/v1/hooks/7, OutOfScopeException",
    "https, api.rocketlawyer.com, GET, /rocketdoc/v2/documents/7, WithToken",
    "https, api.rocketlawyer.com, GET, /rocketdoc/v2/templates/7/thumbnail, Unchanged",
    "https, api.rocketlawyer.com, GET, /something/new, WithToken",
    "https, api.rocketlawyer.com, GET, '', WithToken",
    "http, api.rocketlawyer.com, GET, /rocketdoc/v2/interviews/1, PlainHttpException",
    "http, api.rocketlawyer.com, GET, /rocketdoc/v2/templates/7/thumbnail, PlainHttpException",
    "https, elsewhere.example, GET, /rocketdoc/v2/interviews/2, Unchanged",
    "http, elsewhere.example, GET, /rocketdoc/v2/interviews/1, Unchanged",
  })
  void judgesByHostAndOperation(
      String scheme, String host, String method, String path, String expected) {
    Call call = new Call(method, new Origin(scheme, host, -1), path, false, false);

    assertThat(shown(policy.judge(call))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"https, Unchanged", "http, PlainHttpException"})
  void leavesWhatTheCallerAuthorizedAloneButNotOverPlainHttp(String scheme, String expected) {
    Origin platform = new Origin(scheme, "api.rocketlawyer.com", -1);

    assertThat(shown(policy.judge(new Call("GET", platform, "/events/v1/7", true, false))))
        .isEqualTo(expected);
  }

  private static String shown(Passage passage) {
    return passage instanceof Passage.Refused refused
        ? refused.reason().getClass().getSimpleName()
        : passage.getClass().getSimpleName();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"fault\":{\"detail\":{\"errorcode\":\"keymanagement.service.access_token_expired\"}}}",
        "{\"fault\":{\"detail\":{\"errorcode\":\"oauth.v2.InvalidAccessToken\"}}}",
      })
  void replacesATokenThatTheGatewayRefuses(String answer) {
    assertThat(replacementAfter(answer)).contains("Bearer new");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{\"fault\":{\"detail\":{\"errorcode\":\"policies.ratelimit.QuotaViolation\"}}}",
        "{\"fault\":{\"detail\":{}}}",
        "{\"fault\":{}}",
        "{\"fault\":\"oauth.v2.InvalidAccessToken\"}",
        "{\"error\":\"oauth.v2.InvalidAccessToken\"}",
        "{\"detail\":{\"errorcode\":\"oauth.v2.InvalidAccessToken\"}}",
      })
  void keepsATokenThatSomethingElseRefuses(String answer) {
    assertThat(replacementAfter(answer)).isEmpty();
  }

  private Optional<String> replacementAfter(String answer) {
    CarriedToken first = policy.token().toCompletableFuture().join().get();
    return policy
        .replacement(first, answer.getBytes(UTF_8), true)
        .toCompletableFuture()
        .join()
        .map(CarriedToken::authorizationHeader);
  }
}
