package dev.partnerauth.benchmarks.nodes;

import dev.partnerauth.app.BackendApp;
import dev.partnerauth.app.FrontendApp;
import dev.partnerauth.benchmarks.Samples;
import dev.partnerauth.failure.AuthFailure;
import dev.partnerauth.failure.Endpoint;
import dev.partnerauth.failure.Facts;
import dev.partnerauth.failure.TransientFailure.Unavailable;
import dev.partnerauth.port.AuthenticationApi;
import dev.partnerauth.port.Budget;
import dev.partnerauth.token.AccessToken;
import dev.partnerauth.token.DatedServiceTokenRequest;
import dev.partnerauth.token.ScopedAccessToken;
import dev.partnerauth.token.ServiceToken;
import dev.partnerauth.token.TokenTimes;
import io.vavr.control.Either;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Asks a {@link CountingServer}, for general and for scoped access tokens.
 *
 * @param life of the tokens that it makes of the answers
 * @param executor may be blocked
 */
record SocketApi(int port, Duration life, Executor executor) implements AuthenticationApi {

  @Override
  public CompletionStage<Either<AuthFailure, AccessToken>> accessToken(
      BackendApp app, Budget budget) {
    return ask(
        "access",
        answer -> AccessToken.of(answer.text(), answer.times(), Samples.apiProducts()).get());
  }

  @Override
  public CompletionStage<Either<AuthFailure, ServiceToken>> serviceToken(
      AccessToken accessToken, DatedServiceTokenRequest request, Budget budget) {
    throw new UnsupportedOperationException("no node asks for service tokens");
  }

  @Override
  public CompletionStage<Either<AuthFailure, ScopedAccessToken>> scopedAccessToken(
      FrontendApp app, ServiceToken serviceToken, Budget budget) {
    return ask(
        serviceToken.digest().fingerprint(),
        answer ->
            ScopedAccessToken.of(
                    answer.text(), answer.times(), Samples.apiProducts(), serviceToken.delegates())
                .get());
  }

  private record Answer(String text, TokenTimes times) {}

  private <T> CompletionStage<Either<AuthFailure, T>> ask(String key, Function<Answer, T> token) {
    TokenTimes times = TokenTimes.lasting(life, Instant.now());
    return CompletableFuture.supplyAsync(() -> exchange(key, times).map(token), executor);
  }

  private Either<AuthFailure, Answer> exchange(String key, TokenTimes times) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      socket.getOutputStream().write((key + "\n").getBytes(StandardCharsets.US_ASCII));
      String text = in.readLine();
      return text == null
          ? Either.left(new Unavailable(Facts.unanswered(Endpoint.ACCESS_TOKEN)))
          : Either.right(new Answer(text, times));
    } catch (IOException e) {
      return Either.left(new Unavailable(Facts.unanswered(Endpoint.ACCESS_TOKEN)));
    }
  }
}
