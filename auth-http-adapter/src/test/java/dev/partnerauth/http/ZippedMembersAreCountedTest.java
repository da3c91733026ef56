package dev.partnerauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.ProtocolFailure.ProtocolViolation;
import dev.partnerauth.http.settings.CallSettings;
import dev.partnerauth.http.transport.HttpResponse;
import dev.partnerauth.http.transport.HttpTransport;
import dev.partnerauth.token.AccessToken;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ZippedMembersAreCountedTest {

  @Test
  void anEndlessRowOfEmptyOnesIsNoGzip() throws IOException {
    byte[] body = rowOf(500_000, zipped(""));

    var failure = (ProtocolViolation) accessToken(body).getLeft();

    assertThat(failure.problem())
        .isEqualTo(
            "The answer of /accesstoken does not fit the contract: body is not gzip, as its header says.");
  }

  @Test
  void aTokenMayComeInSeveral() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(zipped("{\"access_token\":\"abc\",\"token_type\""));
    body.writeBytes(zipped(""));
    body.writeBytes(zipped(":\"BearerToken\",\"expires_in\":\"60\"}"));

    var outcome = accessToken(body.toByteArray());

    assertThat(outcome.map(AccessToken::reveal)).isEqualTo(Either.right("abc"));
  }

  private static Either<AuthFailure, AccessToken> accessToken(byte[] body) {
    HttpResponse answer = new HttpResponse(200, Map.of("Content-Encoding", List.of("gzip")), body);
    HttpTransport transport = request -> CompletableFuture.completedFuture(answer);
    var api =
        HttpAuthenticationApi.of(
            BaseAddress.sandbox(),
            transport,
            CallSettings.standard().largestAnswer(16_777_216),
            Calls.runtime(Runnable::run, Calls.STOPPED));
    return Calls.outcome(api.accessToken(Samples.aBackendApp(), Samples.BUDGET));
  }

  private static byte[] rowOf(int members, byte[] member) {
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    for (int i = 0; i < members; i++) {
      row.writeBytes(member);
    }
    return row.toByteArray();
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
