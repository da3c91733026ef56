package dev.partnerauth.http.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.JwtInspector;
import dev.partnerauth.port.Time;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenInspection;
import dev.partnerauth.violation.Violation;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;

class InterviewResponsesTest {

  private static final String TOKEN = "a-service-token";
  private static final ServiceToken EXPECTED =
      ServiceToken.received(
              TOKEN,
              new TokenInspection.Opaque("it is a sample"),
              Instant.parse("2025-07-01T12:00:00Z"))
          .get();

  private final InterviewResponses responses = InterviewResponses.standard();

  @Test
  void theTokenIsTakenFromAnAnswerOfApachesClient() {
    BasicHttpResponse response = new BasicHttpResponse(201);
    response.setHeader("RL-RDOC-ServiceToken", TOKEN);

    assertThat(responses.serviceToken(response).orElseThrow()).containsExactly(EXPECTED);
  }

  @Test
  void theTokenIsTakenFromAnAnswerOfTheJdksClient() {
    HttpHeaders headers = headers(TOKEN);

    assertThat(responses.serviceToken(headers).orElseThrow()).containsExactly(EXPECTED);
  }

  @Test
  void anAnswerOfApachesClientMayHaveNone() {
    assertThat(responses.serviceToken(new BasicHttpResponse(201))).isEmpty();
  }

  @Test
  void anAnswerOfTheJdksClientMayHaveNone() {
    assertThat(responses.serviceToken(headers())).isEmpty();
  }

  @Test
  void theSameTokenTwiceIsOne() {
    assertThat(responses.serviceToken(headers(TOKEN, TOKEN)).orElseThrow())
        .containsExactly(EXPECTED);
  }

  @Test
  void twoTokensAreNone() {
    assertThat(responses.serviceToken(headers(TOKEN, "another")).orElseThrow().getLeft().describe())
        .isEqualTo(
            "rl-rdoc-servicetoken is there 2 times."
                + " Use an answer that comes from the platform as it is.");
  }

  @Test
  void whatCannotBeATokenIsTold() {
    assertThat(responses.serviceToken(" ").getLeft())
        .isEqualTo(new Violation.Blank("service token"));
  }

  @Test
  void theTokenIsDatedByTheGivenClock() {
    Instant now = Instant.parse("2025-07-01T12:00:00Z");
    Time stopped =
        new Time() {
          @Override
          public Instant now() {
            return now;
          }

          @Override
          public long nanos() {
            return 0;
          }
        };

    var token = InterviewResponses.of(new JwtInspector(), stopped).serviceToken(TOKEN);

    assertThat(token.get().obtainedAt()).isEqualTo(now);
  }

  private static HttpHeaders headers(String... tokens) {
    return HttpHeaders.of(
        Map.of(InterviewResponses.SERVICE_TOKEN_HEADER, List.of(tokens)), (name, value) -> true);
  }
}
