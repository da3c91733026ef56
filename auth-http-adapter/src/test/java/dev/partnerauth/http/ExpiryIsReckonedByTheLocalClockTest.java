package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.port.Time;
import dev.partnerauth.token.BearerToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ExpiryIsReckonedByTheLocalClockTest {

  /** A clock whose hand the test moves. */
  private static final class MovedTime implements Time {
    private Instant now = Samples.NOW;

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public long nanos() {
      return 0;
    }
  }

  private final MovedTime time = new MovedTime();
  private final CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
  private final HttpAuthenticationApi api =
      HttpAuthenticationApi.of(
          BaseAddress.sandbox(),
          ScriptedTransport.promising(answer),
          CallSettings.standard(),
          Calls.runtime(Runnable::run, time));

  @Test
  void fromTheMomentBeforeTheRequestWasSent() {
    var token = api.accessToken(Samples.aBackendApp(), Samples.BUDGET);

    answersAnHourLater(PublishedAnswers.ACCESS_TOKEN_OF_THE_GUIDE);

    assertThat(Calls.outcome(token).map(BearerToken::expiresAt))
        .containsExactly(Samples.NOW.plusSeconds(35999));
  }

  @Test
  void neitherFromAnOldTimeStampNorFromTheJwt() {
    var token = api.accessToken(Samples.aBackendApp(), Samples.BUDGET);

    answersAnHourLater(PublishedAnswers.ACCESS_TOKEN_OF_THE_OPENAPI_DOCUMENT);

    assertThat(Calls.outcome(token).map(BearerToken::times))
        .containsExactly(
            new TokenTimes(
                Samples.NOW,
                Samples.NOW.plus(Duration.ofSeconds(35998)),
                Optional.of(Instant.parse("2021-10-11T16:24:47.428Z"))));
  }

  @Test
  void aServiceTokensLifeBeginsBeforeItsRequestWasSent() {
    var token =
        api.serviceToken(Samples.anAccessToken(), Samples.anInterviewRequest(), Samples.BUDGET);

    answersAnHourLater(PublishedAnswers.SERVICE_TOKEN_OF_THE_GUIDE);

    assertThat(Calls.outcome(token).map(ServiceToken::obtainedAt)).containsExactly(Samples.NOW);
  }

  private void answersAnHourLater(String body) {
    time.now = Samples.NOW.plus(Duration.ofHours(1));
    answer.complete(new HttpResponse(200, Map.of(), body.getBytes(UTF_8)));
  }
}
