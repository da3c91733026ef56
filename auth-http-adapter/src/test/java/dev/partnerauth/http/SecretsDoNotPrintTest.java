package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Phase;
import dev.partnerauth.http.transport.AnswerTooLargeException;
import dev.partnerauth.http.transport.HttpRequest;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.TransportTimeoutException;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.Token;
import io.vavr.control.Either;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SecretsDoNotPrintTest {

  private static final String SECRET = "backend-App-secret";

  @Test
  void aRequestPrintsItsMethodAndAddress() {
    var request =
        new HttpRequest(
            "POST",
            URI.create("https://api.rocketlawyer.com/partners/v1/auth/accesstoken"),
            Map.of("Authorization", "Bearer " + SECRET),
            SECRET.getBytes(UTF_8),
            Samples.DEADLINE,
            1024);

    assertThat(request)
        .hasToString("HttpRequest[POST https://api.rocketlawyer.com/partners/v1/auth/accesstoken]");
  }

  @Test
  void aResponsePrintsItsStatusAndSize() {
    var response =
        new HttpResponse(200, Map.of("Set-Cookie", List.of(SECRET)), SECRET.getBytes(UTF_8));

    assertThat(response).hasToString("HttpResponse[200, 18 bytes]");
  }

  @Test
  void aCallPrintsItsEndpoint() {
    var body = new JsonObject();
    body.addProperty("client_secret", SECRET);
    var call =
        new JsonCall<>(
            Endpoint.ACCESS_TOKEN,
            false,
            Map.of("Authorization", SECRET),
            body,
            List.of(SECRET),
            (answer, sentAt) -> Either.right(answer));

    assertThat(call).hasToString("JsonCall[ACCESS_TOKEN]");
  }

  @Test
  void aTimeoutPrintsItsPhase() {
    var timeout = new TransportTimeoutException(Phase.CONNECTING);

    assertThat(timeout)
        .hasToString(
            "dev.partnerauth.http.transport.TransportTimeoutException: time ran out while connecting");
  }

  @Test
  void anAnswerThatIsTooLargePrintsTheLimit() {
    var tooLarge = new AnswerTooLargeException(65_536);

    assertThat(tooLarge)
        .hasToString(
            "dev.partnerauth.http.transport.AnswerTooLargeException: the answer has more than 65536 bytes");
  }

  @Test
  void aRequestOnItsWayPrintsNothingOfItself() {
    var transport = ScriptedTransport.promising(new CompletableFuture<>());

    var stage = Calls.api(transport).accessToken(Samples.aBackendApp(), Samples.BUDGET);

    assertThat(stage.toString() + transport.onlyRequest()).doesNotContain(SECRET);
  }

  @Test
  void aTokenPrintsNeitherItsTextNorTheDevelopersAddress() {
    var transport = ScriptedTransport.answering(200, PublishedAnswers.ACCESS_TOKEN_OF_THE_GUIDE);

    AccessToken token = Calls.accessToken(transport).get();

    assertThat(token)
        .hasToString(
            "AccessToken[sha256:"
                + token.digest().fingerprint()
                + ", expires 2025-07-01T21:59:59.250Z]");
  }

  @Test
  void theDevelopersAddressIsNowhereInAToken() {
    var transport =
        ScriptedTransport.answering(200, PublishedAnswers.ACCESS_TOKEN_OF_THE_OPENAPI_DOCUMENT);

    AccessToken token = Calls.accessToken(transport).get();

    assertThat(token + token.reveal() + token.times() + token.apiProducts())
        .doesNotContain("pdu-test-automation");
  }

  @Test
  void tokensOfAllKindsPrintTheirFingerprintsOnly() {
    List<Token> tokens =
        List.of(
            Calls.accessToken(answering(PublishedAnswers.ACCESS_TOKEN_OF_THE_OPENAPI_DOCUMENT))
                .get(),
            Calls.scopedAccessToken(
                    answering(PublishedAnswers.ACCESS_TOKEN_OF_THE_OPENAPI_DOCUMENT))
                .get(),
            Calls.serviceToken(answering(PublishedAnswers.SERVICE_TOKEN_OF_THE_OPENAPI_DOCUMENT))
                .get());

    assertThat(tokens.toString()).doesNotContain("eyJ", "end-user-7");
  }

  private static ScriptedTransport answering(String body) {
    return ScriptedTransport.answering(200, body);
  }
}
